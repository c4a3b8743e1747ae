import { WordCache } from "#lib/text/word-cache.ts";
import { cueGroupOf } from "./cue-lexicon.ts";
import { NONE, toKey, type Key } from "./feature-keys.ts";
import { stemOf } from "./stems.ts";
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
  /** What words of its stem report, or `NONE`; see `cueGroupOf`. */
  group: Key;
};

const NUMBER_KEY = toKey("0");
const CLASS_KEYS = new Map<WordClass, Key>();

const KNOWN = new WordCache(toWord);

/** What is known of the word at `[start, end)`. */
export function readWord(text: string, start: number, end: number): Word {
  return KNOWN.at(text, start, end);
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
    group: cueGroupOf(stem.name) ?? NONE,
  };
}

function classKeyOf(wordClass: WordClass): Key {
  let key = CLASS_KEYS.get(wordClass);
  if (!key) CLASS_KEYS.set(wordClass, (key = toKey(wordClass)));
  return key;
}
