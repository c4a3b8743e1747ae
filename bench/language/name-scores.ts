/** How well found spans agree with marked ones, in four degrees of strictness. */
import type { Span } from "#lib/text/span.ts";

export type Score = { precision: number; recall: number; f1: number };
export type SpanScores = {
  marked: number;
  found: number;
  /** The very same span. */
  strict: Score;
  /** Matched one to one at intersection over union of at least .8, and of at least .5. */
  iou80: Score;
  iou50: Score;
  /** By the characters that both cover. */
  characters: Score;
};

/** Scores of one type over documents, each with its marked and its found spans. */
export function scoreSpans(documents: readonly { marked: Span[]; found: Span[] }[]): SpanScores {
  const sum = (count: (document: { marked: Span[]; found: Span[] }) => number) =>
    documents.reduce((total, document) => total + count(document), 0);
  const marked = sum((document) => document.marked.length);
  const found = sum((document) => document.found.length);
  const atLeast = (iou: number) =>
    toScore(
      sum((document) => countMatches(document.marked, document.found, iou)),
      found,
      marked,
    );
  const overlap = sum(({ marked: all, found: given }) =>
    all.reduce(
      (total, span) => total + given.reduce((part, other) => part + common(span, other), 0),
      0,
    ),
  );
  const length = (spans: Span[]) => spans.reduce((total, { start, end }) => total + end - start, 0);
  return {
    marked,
    found,
    strict: atLeast(1),
    iou80: atLeast(0.8),
    iou50: atLeast(0.5),
    characters: toScore(
      overlap,
      sum((document) => length(document.found)),
      sum((document) => length(document.marked)),
    ),
  };
}

function countMatches(marked: readonly Span[], found: readonly Span[], least: number): number {
  const left = new Set(marked);
  let matches = 0;
  for (const span of found) {
    const match = [...left].find((other) => iouOf(span, other) >= least);
    if (!match) continue;
    left.delete(match);
    matches++;
  }
  return matches;
}

function iouOf(a: Span, b: Span): number {
  const both = common(a, b);
  return both / (a.end - a.start + b.end - b.start - both);
}

function common(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function toScore(right: number, found: number, marked: number): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = marked === 0 ? 0 : right / marked;
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
