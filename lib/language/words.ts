import { toKey, type Key } from "./feature-keys.ts";
import { classOf, type WordClass } from "./token-classes.ts";

/** What is known of a word wherever it stands. */
export type Word = {
  text: string;
  lower: string;
  class: WordClass;
  /** The word in lower case; numbers are all one. */
  key: Key;
  classKey: Key;
  /** Common to the forms of a verb, as far as its ending shows: no word that a reader would write. */
  stem: Key;
  /** The stem with the class, which parts a noun from the forms of a verb. */
  form: string;
};

const IRREGULAR = new Map(
  Object.entries({
    said: "say",
    told: "tell",
    thought: "think",
    wrote: "writ",
    written: "writ",
    knew: "know",
    known: "know",
    saw: "see",
    seen: "see",
    felt: "feel",
    found: "find",
    spoke: "speak",
    spoken: "speak",
    gave: "giv",
    given: "giv",
    heard: "hear",
    held: "hold",
    sought: "seek",
    shown: "show",
    made: "mak",
    swore: "swear",
    sworn: "swear",
    understood: "understand",
    took: "tak",
    taken: "tak",
    forgot: "forget",
    forgotten: "forget",
    chose: "choos",
    chosen: "choos",
    drew: "draw",
    drawn: "draw",
    heads: "head",
    meant: "mean",
    put: "put",
    left: "leav",
    led: "lead",
    thinking: "think",
  }),
);
const NUMBER_KEY = toKey("0");
const CLASS_KEYS = new Map<WordClass, Key>();

/** Words read before, so that the same one is worked out once; emptied when it is full. */
const KNOWN = new Map<string, Word>();
const MAX_KNOWN = 50_000;
const MAX_KNOWN_CHARACTERS = 40;

/** What is known of a word as it is written. */
export function readWord(text: string): Word {
  const known = KNOWN.get(text);
  if (known) return known;
  const word = toWord(text);
  if (text.length > MAX_KNOWN_CHARACTERS) return word;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(text, word);
  return word;
}

function toWord(text: string): Word {
  const lower = text.toLowerCase().replace("’", "'");
  const wordClass = classOf(text, lower);
  const key = wordClass === "M" ? NUMBER_KEY : toKey(lower);
  const stem = wordClass === "M" ? NUMBER_KEY : toKey(stemOf(lower));
  return {
    text,
    lower,
    class: wordClass,
    key,
    classKey: classKeyOf(wordClass),
    stem,
    form: `${stem.name}/${wordClass}`,
  };
}

function classKeyOf(wordClass: WordClass): Key {
  let key = CLASS_KEYS.get(wordClass);
  if (!key) CLASS_KEYS.set(wordClass, (key = toKey(wordClass)));
  return key;
}

/** What the forms of a verb have in common, as "argu" of "argues"; for comparing alone. */
export function stemOf(lower: string): string {
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length < 4) return lower;
  let stem = lower;
  if (stem.endsWith("ing") && stem.length > 5) stem = stem.slice(0, -3);
  else if (stem.endsWith("ies") || stem.endsWith("ied")) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith("ed") && stem.length > 4) stem = stem.slice(0, -2);
  else if (/(?:[sxz]|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith("s") && !stem.endsWith("ss")) stem = stem.slice(0, -1);
  if (stem.endsWith("e") && stem.length > 3) stem = stem.slice(0, -1);
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
