/** The words that dates are written in, and what they mean. Keys are lower case, without full stops. */

/** Month names and abbreviations of the languages that originals come in: en, uk, ru, fr, de, pl. */
const MONTH_WORDS: readonly string[] = [
  "january jan січня січень января январь janvier januar stycznia",
  "february feb febr лютого лютий февраля февраль février fevrier februar lutego",
  "march mar березня березень марта март mars märz marca",
  "april apr квітня квітень апреля апрель avril kwietnia",
  "may травня травень мая май mai maja",
  "june jun червня червень июня июнь juin juni czerwca",
  "july jul липня липень июля июль juillet juli lipca",
  "august aug серпня серпень августа август août aout sierpnia",
  "september sept sep вересня вересень сентября сентябрь septembre września",
  "october oct жовтня жовтень октября октябрь octobre oktober października",
  "november nov листопада листопад ноября ноябрь novembre listopada",
  "december dec грудня грудень декабря декабрь décembre decembre dezember grudnia",
];

const WEEKDAY_WORDS: readonly string[] = [
  "sunday sun неділя воскресенье dimanche sonntag",
  "monday mon понеділок понедельник lundi montag",
  "tuesday tues tue вівторок вторник mardi dienstag",
  "wednesday weds wed середа среда mercredi mittwoch",
  "thursday thurs thur thu четвер четверг jeudi donnerstag",
  "friday fri пʼятниця п'ятниця п’ятниця пятница vendredi freitag",
  "saturday sat субота суббота samedi samstag",
];

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );

const MONTHS = numbered(MONTH_WORDS, 1);
const WEEKDAYS = numbered(WEEKDAY_WORDS, 0);
const DAY_ORDINALS = dayOrdinals();
const DECADES = new Map([
  ["twenty", 20],
  ["thirty", 30],
]);

/** Offsets of the time zones that originals name, as ISO 8601 suffixes. */
export const ZONE_OFFSETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Z: "Z",
    GMT: "Z",
    UTC: "Z",
    BST: "+01:00",
    CET: "+01:00",
    CEST: "+02:00",
    EET: "+02:00",
    EEST: "+03:00",
    MSK: "+03:00",
    EST: "-05:00",
    EDT: "-04:00",
    CST: "-06:00",
    CDT: "-05:00",
    PST: "-08:00",
    PDT: "-07:00",
  }),
);

/** Alternatives for a regular expression, longest first so that `sept` is not read as `sep`. */
export const MONTH_ALTERNATIVES = alternatives(MONTHS);
export const WEEKDAY_ALTERNATIVES = alternatives(WEEKDAYS);
export const DAY_ORDINAL_ALTERNATIVES = alternatives(DAY_ORDINALS);

/** 1–12 for a month name or abbreviation in any case, else undefined. */
export function monthNumber(word: string): number | undefined {
  return MONTHS.get(plain(word));
}

/** 0 (Sunday) to 6 (Saturday) for a weekday name or abbreviation, else undefined. */
export function weekdayNumber(word: string): number | undefined {
  return WEEKDAYS.get(plain(word));
}

/** 1–31 for `twenty-seventh`, else undefined. */
export function dayOrdinal(word: string): number | undefined {
  return DAY_ORDINALS.get(plain(word).replace(/\s+/g, "-"));
}

/** A small whole number in figures or words (`two`, `an`, `12`), else undefined. */
export function smallNumber(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (/^an?$/i.test(word)) return 1;
  const index = UNITS.indexOf(word.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** The year that `two thousand and twenty-five` or `twenty twenty-five` names, else undefined. */
export function yearInWords(words: string): number | undefined {
  const tail = plain(words).replace(/^(?:two thousand(?: and)?|twenty)\s*/, "");
  if (tail === plain(words)) return undefined;
  if (tail === "") return plain(words).startsWith("two") ? 2000 : undefined;
  const [tens = "", ones] = tail.split(/[\s-]+/);
  const decade = DECADES.get(tens);
  if (decade !== undefined) return 2000 + decade + (ones ? (smallNumber(ones) ?? 0) : 0);
  const small = smallNumber(tens);
  return small === undefined ? undefined : 2000 + small;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/\.$/, "");
}

function numbered(lines: readonly string[], first: number): Map<string, number> {
  return new Map(lines.flatMap((line, i) => line.split(" ").map((word) => [word, i + first])));
}

function dayOrdinals(): Map<string, number> {
  const words = ORDINALS.map((word, i): [string, number] => [word, i + 1]);
  const twenties = ORDINALS.slice(0, 9).map((w, i): [string, number] => [`twenty-${w}`, i + 21]);
  return new Map([
    ...words,
    ...twenties,
    ["twentieth", 20],
    ["thirtieth", 30],
    ["thirty-first", 31],
  ]);
}

function alternatives(words: ReadonlyMap<string, number>): string {
  return [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll("-", "[-\\s]"))
    .join("|");
}
