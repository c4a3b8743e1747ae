/** Finds many known phrases in a text in one pass: the time grows with the text, not with the list. */
import { isAsciiWord, LAST_ASCII } from "#lib/text/ascii.ts";
import { WordCache } from "#lib/text/word-cache.ts";
import type { Span } from "./types.ts";

export type PhraseMatch<T> = { value: T; span: Span };
export type PhraseMatcher<T> = (text: string) => PhraseMatch<T>[];

type Node<T> = { next: Map<string, Node<T>>; value?: T };

/** Bounded, since a run of letters of some megabytes would overflow the engine's stack. */
const WORD = /[\p{L}\p{N}]{1,200}/uy;
const MAX_WORD_CHARACTERS = 200;
const PLAIN_WORD = /^\w+$/;
const MAX_PHRASE_WORDS = 12;

/**
 * A matcher for whole words, typographic differences of case, accents and apostrophes ignored. Of
 * phrases that begin at one word the longest wins, and matches do not overlap. Of equal phrases the
 * first is kept.
 */
export function createPhraseMatcher<T>(phrases: Iterable<readonly [string, T]>): PhraseMatcher<T> {
  const root: Node<T> = { next: new Map() };
  for (const [phrase, value] of phrases) {
    const words = wordsOf(phrase).map(({ key }) => key);
    if (words.length > 0 && words.length <= MAX_PHRASE_WORDS) insert(root, words, value);
  }
  return (text) => findAll(root, text);
}

function insert<T>(root: Node<T>, words: string[], value: T): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  node.value ??= value;
}

function findAll<T>(root: Node<T>, text: string): PhraseMatch<T>[] {
  const words = wordsOfText(text);
  const matches: PhraseMatch<T>[] = [];
  for (let i = 0; i < words.length;) {
    const found = longestAt(root, words, i, text);
    if (found) matches.push(found.match);
    i = found ? found.nextWord : i + 1;
  }
  return matches;
}

type Word = Span & { key: string };

function longestAt<T>(root: Node<T>, words: Word[], from: number, text: string) {
  let node: Node<T> | undefined = root;
  let best: { match: PhraseMatch<T>; nextWord: number } | null = null;
  for (let i = from; i < words.length; i++) {
    const word = words[i] as Word;
    // A phrase does not run across the end of a sentence or a paragraph.
    if (i > from && !/^[^.!?;:\n]{0,3}$|^\.\s?$/.test(text.slice(words[i - 1]?.end, word.start)))
      break;
    node = node.next.get(word.key);
    if (!node) break;
    if (node.value === undefined) continue;
    const span = { start: (words[from] as Word).start, end: word.end };
    best = { match: { value: node.value, span }, nextWord: i + 1 };
  }
  return best;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfWord(text, start);
    if (end > start) words.push({ key: KEYS.at(text, start, end), start, end });
    start = end > start ? end : start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  }
  return words;
}

/** As `WORD` says, which is asked where there is more than ASCII; `start` where no word begins. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (isAsciiWord(text.charCodeAt(end)) && end - start < MAX_WORD_CHARACTERS) end++;
  if (!(text.charCodeAt(end) > LAST_ASCII)) return end;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

/** The same for phrases that a matcher takes for the same. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map(({ key }) => key)
    .join(" ");
}

function keyOf(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const KEYS = new WordCache(keyOf);

let last: { text: string; words: Word[] } | null = null;

/** One text is searched for several lists in a row: its words are found once. */
function wordsOfText(text: string): Word[] {
  if (last?.text !== text) last = { text, words: wordsOf(text) };
  return last.words;
}
