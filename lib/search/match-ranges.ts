/** Where in a text a search matches: from what PostgreSQL marks to places in the text itself. */
import { partsOfMarked, TAKEN_OUT } from "#lib/search/markable.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";
import type { Span } from "#lib/text/span.ts";

/** Words and phrases, and words near each other: what an article can be marked for. */
export type WantedText = Extract<QueryNode, { type: "phrase" | "near" }>;
/** A stretch from one marked word to another, which may or may not be a whole match. */
export type MatchWindow = Span & { words: Span[] };

const WORD = /[\p{L}\p{N}]+/gu;
/** How long a word with what stands before it may be; farther apart, words are no phrase. */
const MAX_WORD_LENGTH = 40;
/** What a reader wants to see of a match, each once; nothing that is excluded. */
export function listWanted(node: QueryNode | null): WantedText[] {
  const all = collectWanted(node);
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function collectWanted(node: QueryNode | null): WantedText[] {
  switch (node?.type) {
    case "phrase":
    case "near":
      return [node];
    case "said":
      return collectWanted(node.part);
    case "and":
    case "or":
      return node.parts.flatMap(collectWanted);
    default:
      return [];
  }
}

/** True where a single word is looked for, which matches wherever it is marked. */
export function isOneWord(wanted: WantedText): wanted is { type: "phrase" } & Phrase {
  return wanted.type === "phrase" && countWords(wanted.words) === 1;
}

/**
 * Where the marks of `marked` stand in `text`, from which `toMarkable` made what `ts_headline` was
 * given. None where the one is not the other with marks, as with words that PostgreSQL finds too long.
 */
export function rangesOfMarked(text: string, marked: string): Span[] {
  const ranges: Span[] = [];
  let at = 0;
  for (const { text: part, isMatch } of partsOfMarked(marked)) {
    let start = at;
    for (let next = 0; next < part.length; next++) {
      while (at < text.length && TAKEN_OUT.test(text.charAt(at))) at++;
      if (next === 0) start = at;
      if (text.charAt(at++) !== part.charAt(next)) return [];
    }
    if (isMatch) ranges.push({ start, end: at });
  }
  return ranges;
}

/**
 * The stretches of a text that may be a match, the first `limit`: from each marked word to those after
 * it as far as the words that are wanted can reach.
 */
export function listWindows(
  words: readonly Span[],
  wanted: WantedText,
  limit: number,
): MatchWindow[] {
  const { count, reach } = extentOf(wanted);
  const windows: MatchWindow[] = [];
  for (const [i, first] of words.entries()) {
    for (let length = 1; length <= count; length++) {
      if (windows.length === limit) return windows;
      const last = words[i + length - 1];
      if (!last || last.end - first.start > reach * MAX_WORD_LENGTH) break;
      windows.push({ start: first.start, end: last.end, words: words.slice(i, i + length) });
    }
  }
  return windows;
}

/**
 * What is to be marked of the stretches that match: a phrase as one, of words near each other the
 * words. A stretch around a shorter one that matches is no match of its own.
 */
export function rangesOfMatches(matching: readonly MatchWindow[], wanted: WantedText): Span[] {
  const shortest = matching.filter(
    (window) => !matching.some((other) => other !== window && holds(window, other)),
  );
  if (wanted.type === "phrase") return shortest.map(({ start, end }) => ({ start, end }));
  return shortest.flatMap(({ words }) => words);
}

/** In order, those that share characters as one. */
export function mergeRanges(ranges: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function extentOf(wanted: WantedText): { count: number; reach: number } {
  if (wanted.type === "phrase") {
    const count = countWords(wanted.words);
    return { count, reach: count };
  }
  const reach = countWords(wanted.left.words) + countWords(wanted.right.words) + wanted.distance;
  return { count: reach, reach };
}

function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
