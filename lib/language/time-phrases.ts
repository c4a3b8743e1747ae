/** Finds the stretches of a text that are built like time expressions, by the grammar. */
import type { PhraseKind } from "./time-grammar.ts";
import { rulesFor } from "./time-grammar.ts";
import { wordAt, type TimeTokens } from "./time-tokens.ts";
import { isTime } from "./time-senses.ts";
import { characterOf, OTHER } from "./time-words.ts";

export type TimePhrase = {
  kind: PhraseKind;
  /** The indices of its tokens, both included. */
  first: number;
  last: number;
  /** Its words in lower case, and their classes, one character each. */
  words: string[];
  classes: string;
};

const RUN = new RegExp(`[^${OTHER}]+`, "g");

/** The phrases of a text, in order and without overlap: the leftmost, and of these the longest. */
export function findTimePhrases(tokens: TimeTokens): TimePhrase[] {
  const phrases: TimePhrase[] = [];
  for (const run of tokens.classes.matchAll(RUN)) {
    let free = 0;
    for (const found of candidatesIn(run[0])) {
      if (found.start < free) continue;
      const phrase = toPhrase(tokens, found, run.index);
      if (!isTime(tokens, phrase)) continue;
      phrases.push(phrase);
      free = found.end;
    }
  }
  return phrases;
}

/** The first word of a class in a phrase, else undefined. */
export function wordOf({ words, classes }: TimePhrase, name: string): string | undefined {
  return words[classes.indexOf(characterOf(name))];
}

/** All words of a class in a phrase, in order. */
export function wordsOf({ words, classes }: TimePhrase, name: string): string[] {
  const character = characterOf(name);
  return words.filter((_, i) => classes[i] === character);
}

type Candidate = { kind: PhraseKind; start: number; end: number };

function candidatesIn(run: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { kind, pattern } of rulesFor(run)) {
    for (const match of run.matchAll(pattern)) {
      candidates.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  return candidates.sort((a, b) => a.start - b.start || b.end - a.end);
}

function toPhrase(tokens: TimeTokens, { kind, start, end }: Candidate, offset: number): TimePhrase {
  const [first, last] = [offset + start, offset + end - 1];
  const words = Array.from({ length: end - start }, (_, i) => wordAt(tokens, first + i));
  return { kind, first, last, words, classes: tokens.classes.slice(first, last + 1) };
}
