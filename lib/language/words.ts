import { WordTable } from "#lib/text/word-table.ts";
import { cueGroupOf } from "./cue-lexicon.ts";
import { NONE, toKey, type Key } from "./feature-keys.ts";
import { stemOf } from "./stems.ts";
import { classOf, wordClasses, type WordClass, type WordClasses } from "./token-classes.ts";

/** What is known of a word wherever it stands. */
export type Word = {
  text: string;
  lower: string;
  class: WordClass;
  /** The set of its class alone. */
  classes: WordClasses;
  /** The word in lower case; numbers are all one. */
  key: Key;
  classKey: Key;
  /** Common to the forms of a verb, as far as its ending shows: no word that a reader would write. */
  stem: Key;
  /** The stem with the class, which parts a noun from the forms of a verb. */
  form: string;
  /** Its last three letters. */
  ending: Key;
  /** What words of its stem report, or `NONE`; see `cueGroupOf`. */
  group: Key;
};

const NUMBER_KEY = toKey("0");
const CLASS_KEYS = new Map<WordClass, Key>();

/** Words read before, so that the same one is worked out once; emptied when it is full. */
const KNOWN = new WordTable<Word>();
const MAX_KNOWN = 50_000;
const MAX_KNOWN_CHARACTERS = 40;
const LEAST_REFERENCE = 13;

/** What is known of the word at `[start, end)` of a text. */
export function readWord(text: string, start: number, end: number): Word {
  const known = KNOWN.get(text, start, end);
  if (known) return known;
  if (end - start > MAX_KNOWN_CHARACTERS) return toWord(text.slice(start, end));
  const word = toWord(copyOf(text.slice(start, end)));
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(word.text, word);
  return word;
}

/** V8 keeps a long part of a text as a reference to all of the text, which would be kept with it. */
function copyOf(word: string): string {
  if (word.length < LEAST_REFERENCE) return word;
  return Buffer.from(word, "utf16le").toString("utf16le");
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
    classes: wordClasses(wordClass),
    key,
    classKey: classKeyOf(wordClass),
    stem,
    form: `${stem.name}/${wordClass}`,
    ending: toKey(key.name.slice(-3)),
    group: cueGroupOf(stem.name) ?? NONE,
  };
}

function classKeyOf(wordClass: WordClass): Key {
  let key = CLASS_KEYS.get(wordClass);
  if (!key) CLASS_KEYS.set(wordClass, (key = toKey(wordClass)));
  return key;
}
