/** What bylines say about a person besides the name: a role, a place, a note on how it was reported. */

const ROLE_NOUN = `(?:editor(?:[- ](?:in[- ]chief|at[- ]large))?|correspondent|reporters?|producer|columnist|writer|analyst|bureau chief|journalist|presenter|photographer|photojournalist|commentator|critic|fellow|contributor|newsreader|broadcaster|leader writer|head of [\\p{L} ]{3,30}|desk|director|researcher|professor|lecturer|ambassador)`;
const ROLE_MODIFIER = `(?:senior|political|diplomatic|chief|deputy|foreign|defen[cs]e|world|europe(?:an)?|uk|us|ukraine|eastern|western|northern|southern|north|south|east|west|america|american|washington|westminster|kyiv|london|brussels|moscow|paris|berlin|economics?|business|security|international|global|special|royal|home|social|affairs|health|science|climate|environment|energy|national|digital|data|staff|lead|principal|assistant|associate|acting|managing|executive|contributing|news|politics|whitehall|white|house|state|department|investigations?|legal|media|education|technology|parliamentary|lobby|community|religion|culture|sports?|bbc|itv|sky|bureau|at|and|&|of|for|the|policy|war|trade|military|intelligence|russia|middle|asia|africa|central|night|day|weekend|live|video|visual|field|freelance|regional)`;

const RUN_IN_ROLE = new RegExp(
  `(?:${ROLE_MODIFIER}[’']?s?[ \\u00A0]+){0,6}${ROLE_NOUN}(?: and ${ROLE_NOUN})?(?![\\p{L}-])`,
  "iuy",
);
const WHOLE_ROLE = new RegExp(
  `^(?:(?:the |an? )?(?:[\\p{L}’'&.-]+,? ){0,7}?${ROLE_NOUN})(?:(?:,| in| for| at| of| and)? [\\p{L}’'&. -]{2,40})?$`,
  "iu",
);
const ROLE_NOUN_ANYWHERE = new RegExp(`(?<![\\p{L}-])${ROLE_NOUN}(?![\\p{L}-])`, "iu");

const PLACE = `(?:New York|Washington,? D\\.?C\\.?|Washington|Los Angeles|San Francisco|Abu Dhabi|Tel Aviv|Hong Kong|St Petersburg|Buenos Aires|Downing Street|the White House|the United Nations|Saudi Arabia|South Korea|\\p{Lu}[\\p{L}’'-]+)`;
const REPORTING_FROM = `(?:[Rr]eport(?:ing|s)?|[Ww]riting|[Ll]ive)\\s+(?:from|in)`;
const TRAVELLING = `(?:${REPORTING_FROM})?\\s*[Tt]ravell?ing\\s+with(?:\\s+\\p{Ll}[\\p{L}’'-]*)+(?:\\s+(?<=\\sin\\s)${PLACE})?`;
const FROM_PLACE = `(?:${REPORTING_FROM}|[Ii]n|[Aa]t|[Ff]rom)\\s+(?:the\\s+)?${PLACE}(?:,\\s+\\p{Lu}\\p{Ll}+(?=\\s*$))?(?:\\s+and\\s+${PLACE}(?!\\s+\\p{Lu}))?`;
const SHOUTED = `(?:IN|AT|FROM)\\s+\\p{Lu}{2}[\\p{Lu}’' ]*$`;
const NOTE = new RegExp(`${TRAVELLING}|${SHOUTED}|${FROM_PLACE}`, "uy");
const MAX_ROLE_LENGTH = 70;

/** The end of a role that runs straight on in a line (`Senior political producer`), or null. */
export function matchRole(text: string, at: number): number | null {
  RUN_IN_ROLE.lastIndex = at;
  const match = RUN_IN_ROLE.exec(text);
  return match && match[0].length <= MAX_ROLE_LENGTH ? at + match[0].length : null;
}

/** True when a whole line or comma-separated part is a role: `Diplomatic editor, Northtown`. */
export function isRole(text: string): boolean {
  if (text.length > MAX_ROLE_LENGTH || /[.!?:;“”"]$/.test(text)) return false;
  return ROLE_NOUN_ANYWHERE.test(text) && WHOLE_ROLE.test(text);
}

/** The end of a note on where or how it was reported (`Travelling with the minister`, `in Kyiv`), or null. */
export function matchNote(text: string, at: number): number | null {
  NOTE.lastIndex = at;
  const match = NOTE.exec(text);
  return match && at + match[0].trimEnd().length;
}

/** A note as it should read: the words that only introduce another note left out. */
export function noteValue(text: string): string {
  return text.replace(/^Report(?:ing|s)?\s+from\s*(?=Travell?ing)/i, "");
}
