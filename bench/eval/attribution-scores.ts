/** Scores of found attributions against marked ones, as the measuring data defines them. */
import type { Span } from "#lib/text/span.ts";
import type { AttributionItem } from "./attribution-items.ts";

/** What a reader of attributions says of one article, in the shape that is compared. */
export type FoundAttribution = {
  kind: "direct" | "mixed" | "indirect";
  content: Span[];
  source: Span | null;
};
export type Tally = { right: number; found: number; gold: number };
export type AttributionScore = {
  quotes: Tally;
  /** Of the quoted strings that match: those with a speaker found, marked, and the same. */
  speakers: Tally;
  contents: Tally;
};

const MIN_OVERLAP = 0.8;
const QUOTED = /["“”„«»][^"“”„«»]+["“”„«»]?/g;
const OUTER = /[\p{L}\p{N}]/u;

export function precisionOf({ right, found }: Tally): number {
  return found === 0 ? 0 : right / found;
}

export function recallOf({ right, gold }: Tally): number {
  return gold === 0 ? 0 : right / gold;
}

export function f1Of(tally: Tally): number {
  return tally.found + tally.gold === 0 ? 0 : (2 * tally.right) / (tally.found + tally.gold);
}

/** Scores over several articles: `found[i]` is what was found in `items[i]`. */
export function scoreAttributions(
  items: readonly AttributionItem[],
  found: readonly FoundAttribution[][],
): AttributionScore {
  const total: AttributionScore = { quotes: noTally(), speakers: noTally(), contents: noTally() };
  for (const [i, item] of items.entries()) addItem(total, item, found[i] ?? []);
  return total;
}

function noTally(): Tally {
  return { right: 0, found: 0, gold: 0 };
}

function addItem(
  total: AttributionScore,
  { text, attributions }: AttributionItem,
  found: readonly FoundAttribution[],
): void {
  const goldQuotes = quotedStrings(text, attributions);
  const foundQuotes = quotedStrings(text, found);
  const pairs = matchOneToOne(
    goldQuotes.map(({ span }) => [span]),
    foundQuotes.map(({ span }) => [span]),
  );
  add(total.quotes, pairs.length, foundQuotes.length, goldQuotes.length);
  for (const [g, f] of pairs) {
    const marked = goldQuotes[g]?.sources.flat() ?? [];
    const given = foundQuotes[f]?.sources.flat() ?? [];
    const isRight = given.some((a) => marked.some((b) => a.start < b.end && b.start < a.end));
    if (marked.length > 0) add(total.speakers, Number(isRight), Number(given.length > 0), 1);
  }
  const contents = matchOneToOne(
    attributions.map(({ content }) => content.map((span) => trimmed(text, span))),
    found.map(({ content }) => content.map((span) => trimmed(text, span))),
  );
  add(total.contents, contents.length, found.length, attributions.length);
}

function add(tally: Tally, right: number, found: number, gold: number): void {
  tally.right += right;
  tally.found += found;
  tally.gold += gold;
}

type Quoted = { span: Span; sources: Span[][] };

/** The stretches between double quotation marks in direct and mixed contents, each once. */
function quotedStrings(
  text: string,
  attributions: readonly { kind: string; content: Span[]; source: Span[] | Span | null }[],
): Quoted[] {
  const byPlace = new Map<string, Quoted>();
  for (const { kind, content, source } of attributions) {
    if (kind === "indirect") continue;
    for (const { start, end } of content) {
      for (const { 0: quoted, index } of text.slice(start, end).matchAll(QUOTED)) {
        const from = start + index;
        const span = trimmed(text, { start: from, end: from + quoted.length });
        const place = `${span.start}-${span.end}`;
        const known = byPlace.get(place) ?? { span, sources: [] };
        if (source) known.sources.push([source].flat());
        byPlace.set(place, known);
      }
    }
  }
  return [...byPlace.values()];
}

/** Without marks and spaces at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && !OUTER.test(text[start] ?? "")) start++;
  while (end > start && !OUTER.test(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** Pairs of places in both lists that overlap enough, the closest first, none used twice. */
function matchOneToOne(gold: readonly Span[][], found: readonly Span[][]): [number, number][] {
  const candidates: { g: number; f: number; overlap: number }[] = [];
  for (const [g, a] of gold.entries()) {
    for (const [f, b] of found.entries()) {
      const overlap = intersectionOverUnion(a, b);
      if (overlap >= MIN_OVERLAP) candidates.push({ g, f, overlap });
    }
  }
  candidates.sort((a, b) => b.overlap - a.overlap);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  return candidates.flatMap(({ g, f }): [number, number][] => {
    if (usedGold.has(g) || usedFound.has(f)) return [];
    usedGold.add(g);
    usedFound.add(f);
    return [[g, f]];
  });
}

/** Spans of one list are taken not to overlap one another. */
function intersectionOverUnion(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const one of a) {
    for (const other of b) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  const union = size(a) + size(b) - shared;
  return union === 0 ? 0 : shared / union;
}
