/** The English words that time expressions are made of, each with the class that the grammar knows it by. */
import { WordTable } from "#lib/text/word-table.ts";
import { dayOrdinal, smallNumber } from "#lib/dates/date-words.ts";

const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split(" ");
const MULTIPLES = new Map([
  ["hundred", 100],
  ["thousand", 1000],
]);

/** The words of each class; time-grammar.ts is written in the names of these classes. */
const WORDS = {
  the: "the",
  a: "a an",
  this: "this these",
  that: "that those",
  each: "each every",
  same: "same comparable corresponding",
  own: "its his her their our my",
  last: "last past previous preceding prior",
  next: "next coming following upcoming",
  latest: "latest",
  current: "current",
  recent: "recent",
  future: "future",
  ago: "ago",
  shift: "earlier later",
  before: "before after",
  early: "early late mid",
  ends: "end beginning start middle close",
  good: "good large",
  stretch: "part rest remainder course",
  of: "of",
  in: "in",
  at: "at",
  from: "from",
  join: "to or and",
  about: "about around approximately roughly nearly almost over just barely under only another",
  some: "some",
  more: "more less fewer longer",
  than: "than",
  least: "least most",
  up: "up",
  several: "several few couple dozen dozens hundreds thousands",
  half: "half",
  fiscal: "fiscal financial calendar",
  kind: "business trading working calendar full crucial critical consecutive straight additional",
  quarter: "quarter quarters",
  unit: "day days week weeks month months year years decade decades century centuries weekend weekends fortnight fortnights",
  clock: "hour hours minute minutes seconds",
  part: "morning mornings afternoon afternoons evening evenings night nights noon midnight dawn midday",
  season: "summer winter autumn",
  maybeSeason: "spring fall",
  period: "period",
  time: "time moment point juncture",
  old: "old",
  long: "long",
  ahead: "ahead",
  so: "so",
  then: "then",
  since: "since until till by",
  deictic: "today yesterday tomorrow tonight overnight",
  vague: "now currently recently previously formerly soon nowadays lately presently shortly",
  often: "annually daily weekly monthly quarterly yearly nightly hourly biweekly annual",
  meridiem: "am pm",
  oclock: "o clock",
  zone: "gmt utc bst est edt cet cest eet eest cst cdt pst pdt msk",
  number:
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    TENS.join(" "),
  multiple: [...MULTIPLES.keys()].join(" "),
  ordinal:
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth",
  decade: DECADES.join(" "),
  month:
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  weekday:
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed weds thu thur thurs fri sat sun",
} as const;

/** Classes of what is no word. `small` is a number of a month's days, `year` one from 1000 to 2199. */
const SHAPES = ["small", "year", "figure", "hourAndMinute", "iso", "hyphen", "comma", "possessive"];

/** Stands for all that no time expression holds. */
export const OTHER = "_";

/** One character of Latin-1 for each class, so that a text is a string and the grammar a regular expression. */
const CHARACTERS = new Map(
  [...Object.keys(WORDS), ...SHAPES].map((name, i) => [name, String.fromCharCode(0xa1 + i)]),
);
const CLASS_OF_WORD = new WordTable(
  Object.entries(WORDS).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, characterOf(name)] as const),
  ),
);

/** The character that stands for a class. Throws `RangeError` where there is no such class. */
export function characterOf(name: string): string {
  const character = CHARACTERS.get(name);
  if (character === undefined) throw new RangeError(`Not a class of words: ${name}`);
  return character;
}

/** The class, as its character, of a word in lower case, `[start, end)` of a text; `OTHER` for most. */
export function classOfWord(text: string, start = 0, end = text.length): string {
  return CLASS_OF_WORD.get(text, start, end) ?? OTHER;
}

/** What a number in words or figures says (`two`, `forty`, `a`, `12`), else undefined. */
export function quantity(word: string): number | undefined {
  const tens = TENS.indexOf(word);
  return tens >= 0 ? 20 + 10 * tens : (MULTIPLES.get(word) ?? smallNumber(word));
}

/** What an ordinal in words or figures says (`third`, `21st`), else undefined. */
export function ordinalNumber(word: string): number | undefined {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : dayOrdinal(word);
}

/** The first year of what `1980s`, `80s`, `eighties` or `00s` name; `00s` and `10s` are this century's. */
export function decadeStart(word: string): number {
  const index = DECADES.indexOf(word);
  const start = index >= 0 ? 20 + 10 * index : Number.parseInt(word, 10);
  if (start >= 100) return start;
  return start < 20 ? 2000 + start : 1900 + start;
}
