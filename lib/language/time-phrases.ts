/** Finds the stretches of a text that are built like time expressions, by the grammar. */
import { hasHead, rulesFor, type PhraseKind } from "./time-grammar.ts";
import type { TimePhrase } from "./time-phrase.ts";
import { isTime } from "./time-senses.ts";
import { wordAt, type TimeTokens } from "./time-tokens.ts";
import { OTHER } from "./time-words.ts";

/** The phrases of a text, in order and without overlap: the leftmost, and of these the longest. */
export function findTimePhrases(tokens: TimeTokens): TimePhrase[] {
  const phrases: TimePhrase[] = [];
  const { classes } = tokens;
  for (let start = 0; start < classes.length; start++) {
    if (classes[start] === OTHER) continue;
    let end = start + 1;
    while (end < classes.length && classes[end] !== OTHER) end++;
    if (hasHead(classes, start, end)) addPhrases(phrases, tokens, start, end);
    start = end;
  }
  return phrases;
}

function addPhrases(phrases: TimePhrase[], tokens: TimeTokens, start: number, end: number): void {
  let free = 0;
  for (const found of candidatesIn(tokens.classes.slice(start, end))) {
    if (found.start < free) continue;
    const phrase = toPhrase(tokens, found, start);
    if (!isTime(tokens, phrase)) continue;
    phrases.push(phrase);
    free = found.end;
  }
}

/** What was found in short runs: news has few of them, again and again. Emptied when it is full. */
const KNOWN = new Map<string, readonly Candidate[]>();
const MAX_KNOWN = 5_000;
const MAX_KNOWN_CHARACTERS = 12;

function candidatesIn(run: string): readonly Candidate[] {
  const known = KNOWN.get(run);
  if (known) return known;
  const candidates = readRun(run);
  if (run.length > MAX_KNOWN_CHARACTERS) return candidates;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(run, candidates);
  return candidates;
}

type Candidate = { kind: PhraseKind; start: number; end: number };

function readRun(run: string): Candidate[] {
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
