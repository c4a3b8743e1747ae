/** Names of agencies, photo agencies and outlets, and how to tell that a text is one. */

const AGENCIES = `(?:EPA(?:-EFE)?|AFP|AP|PA|UPI|ANSA|DPA|TASS|Reuters|Bloomberg|Xinhua|Anadolu|Ukrinform|UNIAN|Associated Press|The Associated Press|Press Association|Agence France-Presse|Interfax(?:-Ukraine)?)`;
const PHOTO_SOURCES = `(?:${AGENCIES}|Getty(?: Images)?|PA (?:Media|Wire|Images)|AP Photo|Shutterstock|Alamy(?: Stock Photo)?|Rex(?: Features)?|WPA Pool|Pool|Handout|Supplied|Crown Copyright|UK MOD|MOD|No 10(?: Downing Street)?|Downing Street|White House|EPA Images|ZUMA(?: Press)?|Sipa(?: USA)?|iStock|Maxar(?: Technologies)?|NurPhoto|Planet Labs|Presidential Press Service|Ukrainian Presidential Press Service|BBC|Facebook|Telegram|Twitter|X|Instagram)`;
const AGENCY_NAME = new RegExp(`^${AGENCIES}$`, "u");
const PHOTO_CREDIT = new RegExp(
  `^${PHOTO_SOURCES}(?:\\s?(?:[/,|&]|via|and)\\s?${PHOTO_SOURCES})*$`,
  "iu",
);
const STANDALONE_CREDIT = new RegExp(
  `^(?!(?:Facebook|Telegram|Twitter|X|Instagram|BBC|Pool|Downing Street|White House)$)${PHOTO_SOURCES}(?:\\s?(?:[/|]|via)\\s?${PHOTO_SOURCES})*$`,
  "u",
);
const RUN_IN_CREDIT = new RegExp(
  `(?:EPA(?:-EFE)?|AFP|Getty Images|PA Media|PA Wire|Reuters|AP Photo)(?:\\s?/\\s?${PHOTO_SOURCES})*(?![\\p{L}’'])`,
  "uy",
);

const KNOWN_OUTLETS = new Set(
  `bbc|bbc news|bbc politics|the guardian|the observer|the times|the sunday times|the telegraph|the daily telegraph|the independent|
  financial times|the economist|sky news|itv news|channel 4 news|daily mail|mail online|daily mirror|the sun|evening standard|politico|politico europe|
  the new york times|new york times|the washington post|washington post|the wall street journal|wall street journal|cnn|nbc news|
  abc news|cbs news|fox news|npr|axios|the hill|time|usa today|los angeles times|the atlantic|foreign policy|voice of america|
  the kyiv independent|kyiv independent|kyiv post|ukrainska pravda|ukrayinska pravda|українська правда|суспільне|укрінформ|ukrinform|
  interfax-ukraine|european pravda|європейська правда|rfe/rl|radio free europe/radio liberty|deutsche welle|dw|france 24|euronews|al jazeera|
  le monde|der spiegel|reuters|associated press|the associated press|agence france-presse|bloomberg`
    .split("|")
    .map((name) => name.trim()),
);
const OUTLET_NAME =
  /^(?:The )?(?:\p{Lu}[\p{L}’'-]*,? (?:and |of |& )?){1,3}(?:Times|Post|Herald|Courier|Gazette|Guardian|Tribune|Chronicle|Telegraph|Observer|Journal|Examiner|Review|Standard|Mail|Express|Mirror|Star|Globe|Dispatch|Bulletin|Echo|Argus|Independent|Pravda|Broadcasting|News|Press|Wire|Today|Daily|Weekly|Record|Sentinel|Monitor|Inquirer|Ledger|Register|Advertiser)$/u;

/** True for the name of a news agency: what may stand in a dateline or after `By`. */
export function isAgency(text: string): boolean {
  return AGENCY_NAME.test(text);
}

/** True when a whole text names picture sources and nothing else, as after `Photograph:`. */
export function isPhotoCredit(text: string): boolean {
  return PHOTO_CREDIT.test(text);
}

/** True when a line is a picture credit without saying so: `EPA`, `PA Media/Reuters`. */
export function isStandaloneCredit(text: string): boolean {
  return STANDALONE_CREDIT.test(text);
}

/** The end of a picture credit that runs straight on in a header line, or null. */
export function matchCredit(text: string, at: number): number | null {
  RUN_IN_CREDIT.lastIndex = at;
  const match = RUN_IN_CREDIT.exec(text);
  return match && at + match[0].length;
}

/** How sure it is that a text names an outlet: 0.95 known, 0.7 shaped like one, 0 not. */
export function outletConfidence(text: string): number {
  if (KNOWN_OUTLETS.has(text.toLowerCase())) return 0.95;
  return text.length <= 50 && OUTLET_NAME.test(text) ? 0.7 : 0;
}
