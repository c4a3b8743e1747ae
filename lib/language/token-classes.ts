/** The small closed classes of English words by which a sentence shows its frame without a parser. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const DETERMINERS = words(
  "the a an this that these those his her its their our my your some any each every no another both all several many most few one two three four five six seven eight nine ten other such",
);
export const PRONOUNS = words(
  "he she they it we i you him her them us me who himself herself themselves itself myself ourselves",
);
export const PREPOSITIONS = words(
  "of in on at by for from to with about against between into through during before after above below under over near since until toward towards upon among across behind beyond despite except inside outside without within amid alongside via per like as than following regarding concerning including",
);
export const AUXILIARIES = words(
  "has have had having is are was were be been being am do does did will would can could may might must shall should hasn haven hadn isn aren wasn weren don doesn didn wouldn couldn shouldn 't 's 've 'd 'll 're 'm",
);
export const CONJUNCTIONS = words("and or but nor so yet plus");
export const SUBORDINATORS = words(
  "that which whose whom if when while whether because although though where why how what since unless until once whereas before after as who",
);
export const ADVERBS = words(
  "also now then later too again just once still never always often even not only already further earlier meanwhile instead soon ever yesterday today tonight tomorrow thus however therefore simply both first repeatedly there here back up out",
);
export const WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday");

/** Classes of a token: the letters are used in the names of features, so they are kept short. */
export type WordClass =
  | "D" // determiner
  | "P" // pronoun
  | "I" // preposition
  | "X" // auxiliary
  | "C" // conjunction
  | "S" // subordinator
  | "R" // adverb
  | "W" // weekday or month
  | "N" // capitalised word, so mostly a name
  | "M" // number
  | "G" // …ing
  | "E" // …ed
  | "L" // another word in lower case
  | "T" // to
  | "Q" // quotation mark
  | "." // end of a sentence
  | "," // comma
  | ":" // colon or semicolon
  | "-" // dash
  | "("; // bracket or another sign

/** A set of classes as bits, which is asked millions of times a second where a `Set` takes longer. */
export type WordClasses = number;
const ORDER = "DPIXCSRWNMGELTQ.,:-(";

/** The set of the classes written in `letters`; throws `RangeError` at any other letter. */
export function wordClasses(letters: string): WordClasses {
  let bits = 0;
  for (const letter of letters) {
    const place = ORDER.indexOf(letter);
    if (place < 0) throw new RangeError(`No class of words: ${letter}`);
    bits |= 1 << place;
  }
  return bits;
}

const CLOSED: readonly (readonly [WordClass, ReadonlySet<string>])[] = [
  ["T", words("to")],
  ["P", PRONOUNS],
  ["X", AUXILIARIES],
  ["C", CONJUNCTIONS],
  ["S", SUBORDINATORS],
  ["D", DETERMINERS],
  ["I", PREPOSITIONS],
  ["R", ADVERBS],
  ["W", WEEKDAYS],
];
const CLASS_OF = new Map<string, WordClass>();
for (const [name, list] of CLOSED) {
  for (const word of list) if (!CLASS_OF.has(word)) CLASS_OF.set(word, name);
}

const SIGN_CLASSES = new Map<string, WordClass>([
  [",", ","],
  [".", "."],
  ["!", "."],
  ["?", "."],
  ["…", "."],
  [":", ":"],
  [";", ":"],
  ["-", "-"],
  ["–", "-"],
  ["—", "-"],
  ["--", "-"],
]);
for (const mark of ['"', "“", "”", "„", "«", "»", "``", "''"]) SIGN_CLASSES.set(mark, "Q");

const isUpper = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The class of a word or sign; `lower` is the same in lower case. */
export function classOf(text: string, lower: string): WordClass {
  const sign = SIGN_CLASSES.get(text);
  if (sign !== undefined) return sign;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return "M";
  const known = CLASS_OF.get(lower);
  if (known !== undefined) return known;
  if (isUpper(first)) return "N";
  if (lower.length > 4 && lower.endsWith("ing")) return "G";
  if (lower.length > 3 && lower.endsWith("ed")) return "E";
  if (lower.length > 4 && lower.endsWith("ly")) return "R";
  return LETTER_OR_DIGIT.test(text) ? "L" : "(";
}
