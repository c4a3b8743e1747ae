/** Words of a text with their places, and what two texts have in common, in order. */
import type { Span } from "#lib/text/span.ts";

export type PlacedWord = Span & { word: string };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The first `max` words of a text, in lower case and compatible form. */
export function placedWords(text: string, max: number): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const { index, 0: found } of text.matchAll(WORD)) {
    if (words.length === max) break;
    const word = found.normalize("NFKC").toLowerCase();
    words.push({ word, start: index, end: index + found.length });
  }
  return words;
}

/** Where the words of `run` stand in `words`, one after another, at `from` or later; -1: nowhere. */
export function findRun(
  words: readonly PlacedWord[],
  run: readonly PlacedWord[],
  from = 0,
): number {
  const last = words.length - run.length;
  for (let at = from; at <= last; at++) {
    if (run.every(({ word }, i) => words[at + i]?.word === word)) return at;
  }
  return -1;
}

/**
 * The `length` words beside each other that hold most of `wanted`, whatever the order: `[start, end)`
 * as indices of `words`, the first of several. Takes time in proportion to the words.
 */
export function closestWindow(
  words: readonly PlacedWord[],
  wanted: readonly PlacedWord[],
  length: number,
): Span {
  const missing = new Map<string, number>();
  for (const { word } of wanted) missing.set(word, (missing.get(word) ?? 0) + 1);
  const change = (word: string | undefined, by: 1 | -1): number => {
    const left = word === undefined ? undefined : missing.get(word);
    if (word === undefined || left === undefined) return 0;
    missing.set(word, left - by);
    return by === 1 ? Number(left > 0) : -Number(left >= 0);
  };
  let held = 0;
  let best = { held: -1, start: 0 };
  for (let end = 0; end < words.length; end++) {
    held += change(words[end]?.word, 1);
    const start = end + 1 - length;
    if (start > 0) held += change(words[start - 1]?.word, -1);
    if (held > best.held) best = { held, start: Math.max(start, 0) };
  }
  return { start: best.start, end: Math.min(best.start + length, words.length) };
}

export type CommonWords = {
  /** How many words both have in the same order, at most: the longest common subsequence. */
  count: number;
  /** From the first to the last of them in the second text: `[start, end)` as indices of its words. */
  within: Span;
};

/** The longest common subsequence of two lists of words; time and memory grow with their product. */
export function commonWords(a: readonly PlacedWord[], b: readonly PlacedWord[]): CommonWords {
  const width = b.length + 1;
  // Each cell: the longest of what is left of both, so that it is read off from the front.
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const isSame = a[i]?.word === b[j]?.word;
      longest[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const count = at(0, 0);
  const matched: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length && at(i, j) > 0;) {
    if (a[i]?.word === b[j]?.word) {
      matched.push(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { count, within: { start: matched[0] ?? 0, end: (matched.at(-1) ?? -1) + 1 } };
}
