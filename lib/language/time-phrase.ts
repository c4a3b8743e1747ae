/** A stretch of a text that is built like a time expression, and what is known where it stands. */
import type { Direction } from "./tense.ts";
import type { PhraseKind } from "./time-grammar.ts";
import { characterOf } from "./time-words.ts";

export type TimePhrase = {
  kind: PhraseKind;
  /** The indices of its tokens, both included. */
  first: number;
  last: number;
  /** Its words in lower case, and their classes, one character each. */
  words: string[];
  classes: string;
};

export type TimeContext = {
  /** The day on which the text was written; null where it is not known. */
  today: string | null;
  /** The day that the text named last: "the next day" counts from it. */
  anchor: string | null;
  /** The day that the phrase is said to be: "today is the eighth day of the siege". */
  said: string | null;
  /** Where the verbs around the phrase point. */
  direction: () => Direction;
};

/** The first word of a class in a phrase, else undefined. */
export function wordOf({ words, classes }: TimePhrase, name: string): string | undefined {
  return words[classes.indexOf(characterOf(name))];
}

/** All words of a class in a phrase, in order. */
export function wordsOf({ words, classes }: TimePhrase, name: string): string[] {
  const character = characterOf(name);
  return words.filter((_, i) => classes[i] === character);
}
