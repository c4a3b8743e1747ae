/** Finds many known phrases in a text in one pass: the time grows with the text, not with the list. */
import { isAsciiWord, LAST_ASCII } from "#lib/text/ascii.ts";
import { lowerCaseOf } from "#lib/text/lower-case.ts";
import { hashAt, WordTable } from "#lib/text/word-table.ts";
import type { Span } from "./types.ts";

export type PhraseMatch<T> = { value: T; span: Span };
export type PhraseMatcher<T> = (text: string) => PhraseMatch<T>[];

type Node<T> = { next?: WordTable<Node<T>>; value?: T };

/** Bounded, since a run of letters of some megabytes would overflow the engine's stack. */
const WORD = /[\p{L}\p{N}]{1,200}/uy;
const MAX_WORD_CHARACTERS = 200;
const MAX_PHRASE_WORDS = 12;

/**
 * A matcher for whole words, typographic differences of case, accents and apostrophes ignored. Of
 * phrases that begin at one word the longest wins, and matches do not overlap. Of equal phrases the
 * first is kept.
 */
export function createPhraseMatcher<T>(phrases: Iterable<readonly [string, T]>): PhraseMatcher<T> {
  const root: Node<T> = {};
  for (const [phrase, value] of phrases) {
    const keys = keysOf(phrase);
    if (keys.length > 0 && keys.length <= MAX_PHRASE_WORDS) insert(root, keys, value);
  }
  return (text) => findAll(root, wordsOfText(text));
}

function insert<T>(root: Node<T>, keys: string[], value: T): void {
  let node = root;
  for (const key of keys) {
    node.next ??= new WordTable();
    const next: Node<T> = node.next.get(key) ?? {};
    node.next.set(key, next);
    node = next;
  }
  node.value ??= value;
}

function findAll<T>(root: Node<T>, text: TextWords): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let i = 0; i < text.count;) {
    const found = longestAt(root, text, i);
    if (found) matches.push(found.match);
    i = found ? found.nextWord : i + 1;
  }
  return matches;
}

/** The words of a text: where each stands, what it is compared by, and the hash of that. */
type TextWords = {
  text: string;
  lower: string;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
  /** By the number of a word; most are compared as they stand in the text in lower case. */
  keys: Map<number, string>;
};

function longestAt<T>(root: Node<T>, text: TextWords, from: number) {
  let node = childAt(root, text, from);
  let best: { match: PhraseMatch<T>; nextWord: number } | null = null;
  for (let i = from; node; node = isJoined(text, i) ? childAt(node, text, ++i) : undefined) {
    if (node.value === undefined) continue;
    const span = { start: text.starts[from] as number, end: text.ends[i] as number };
    best = { match: { value: node.value, span }, nextWord: i + 1 };
  }
  return best;
}

/** What follows a node by the word of that number. */
function childAt<T>({ next }: Node<T>, text: TextWords, word: number): Node<T> | undefined {
  const hash = text.hashes[word] as number;
  const key = text.keys.size === 0 ? undefined : text.keys.get(word);
  if (key !== undefined) return next?.getByHash(hash, key);
  return next?.getByHash(hash, text.lower, text.starts[word], text.ends[word]);
}

/** True where another word follows in the sentence: a phrase does not run across its end. */
function isJoined({ lower, count, starts, ends }: TextWords, word: number): boolean {
  const next = starts[word + 1];
  return word + 1 < count && /^[^.!?;:\n]{0,3}$|^\.\s?$/.test(lower.slice(ends[word], next));
}

function readWords(text: string): TextWords {
  const lower = lowerCaseOf(text);
  const most = (text.length + 1) >> 1;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const hashes = new Int32Array(most);
  const keys = new Map<number, string>();
  let count = 0;
  for (let start = 0; start < text.length;) {
    const plainEnd = endOfPlainWord(text, start);
    const end = text.charCodeAt(plainEnd) > LAST_ASCII ? endOfWord(text, start) : plainEnd;
    if (end === start) {
      start += (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    if (end > plainEnd) keys.set(count, keyOf(text.slice(start, end)));
    starts[count] = start;
    ends[count] = end;
    hashes[count] = end > plainEnd ? hashAt(keys.get(count) ?? "") : hashAt(lower, start, end);
    count++;
    start = end;
  }
  return { text, lower, count, starts, ends, hashes, keys };
}

function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (isAsciiWord(text.charCodeAt(end)) && end - start < MAX_WORD_CHARACTERS) end++;
  return end;
}

/** `start` where no word begins. */
function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

/** The same for phrases that a matcher takes for the same. */
export function phraseKey(phrase: string): string {
  return keysOf(phrase).join(" ");
}

function keysOf(phrase: string): string[] {
  const { lower, count, starts, ends, keys } = readWords(phrase);
  return Array.from({ length: count }, (_, i) => keys.get(i) ?? lower.slice(starts[i], ends[i]));
}

function keyOf(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

let last: TextWords | null = null;

/** One text is searched for several lists in a row: its words are found once. */
function wordsOfText(text: string): TextWords {
  if (last?.text !== text) last = readWords(text);
  return last;
}
