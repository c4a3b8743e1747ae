/** Finds many known phrases in a text in one pass: the time grows with the text, not with the list. */
import { isAsciiWord, LAST_ASCII } from "#lib/text/ascii.ts";
import { WordTable } from "#lib/text/word-table.ts";
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
  for (let i = 0; i < text.words.length;) {
    const found = longestAt(root, text, i);
    if (found) matches.push(found.match);
    i = found ? found.nextWord : i + 1;
  }
  return matches;
}

/** The key of a word is as `keyOf` says; null where that is how it stands in the text in lower case. */
type Word = Span & { key: string | null };
type TextWords = { text: string; lower: string; words: Word[] };

function longestAt<T>(root: Node<T>, { lower, words }: TextWords, from: number) {
  let node: Node<T> | undefined = root;
  let best: { match: PhraseMatch<T>; nextWord: number } | null = null;
  for (let i = from; i < words.length; i++) {
    const { key, start, end } = words[i] as Word;
    // A phrase does not run across the end of a sentence or a paragraph.
    if (i > from && !/^[^.!?;:\n]{0,3}$|^\.\s?$/.test(lower.slice(words[i - 1]?.end, start))) break;
    node = key === null ? node.next?.get(lower, start, end) : node.next?.get(key);
    if (!node) break;
    if (node.value === undefined) continue;
    const span = { start: (words[from] as Word).start, end };
    best = { match: { value: node.value, span }, nextWord: i + 1 };
  }
  return best;
}

function readWords(text: string): TextWords {
  // Of all letters only the dotted capital I grows in lower case.
  const lower = text.replaceAll("\u0130", "i").toLowerCase();
  const words: Word[] = [];
  for (let start = 0; start < text.length;) {
    const plainEnd = endOfPlainWord(text, start);
    const end = text.charCodeAt(plainEnd) > LAST_ASCII ? endOfWord(text, start) : plainEnd;
    const key = end === plainEnd ? null : keyOf(text.slice(start, end));
    if (end > start) words.push({ key, start, end });
    start = end > start ? end : start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  }
  return { text, lower, words };
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
  const { lower, words } = readWords(phrase);
  return words.map(({ key, start, end }) => key ?? lower.slice(start, end));
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
