import type { Segment } from "./pdf-segments.ts";

/** Segments that are read from top to bottom before anything beside them. */
export type Column = Segment[];

const MIN_LINES = 3;
/** Shorter lines are cells of a table, which is read row by row. */
const MIN_COLUMN_LETTERS = 14;
const MIN_GUTTER_POINTS = 5;
const STEP_POINTS = 2;
/** Bounds the search on pages that no one sets: wider, or fuller, than any newspaper's. */
const MAX_STEPS = 400;
const MAX_SEGMENTS = 3_000;
const MAX_DEPTH = 6;

type Band = Segment[];
type Cut = { x: number; from: number; to: number; lines: number };

/**
 * The columns of a page in reading order: what spans all columns above them comes first, then column
 * by column from the left, then what spans them below. A table stays whole.
 */
export function columnsOf(segments: Segment[], depth = 0): Column[] {
  if (segments.length === 0) return [];
  const bands = bandsOf(segments);
  const isSearched = depth < MAX_DEPTH && segments.length <= MAX_SEGMENTS;
  const cut = isSearched ? bestCut(segments, bands) : null;
  if (!cut) return [segments];
  const inside = bands.slice(cut.from, cut.to).flat();
  return [
    bands.slice(0, cut.from).flat(),
    inside.filter(({ right }) => right <= cut.x),
    inside.filter(({ right }) => right > cut.x),
    bands.slice(cut.to).flat(),
  ].flatMap((part) => columnsOf(part, depth + 1));
}

/** Splits where a white strip runs across the whole width. */
function bandsOf(segments: Segment[]): Band[] {
  const bands: Band[] = [];
  let bottom = -Infinity;
  for (const segment of segments.toSorted((a, b) => a.y - a.size - (b.y - b.size))) {
    const band = bands.at(-1);
    if (!band || segment.y - segment.size * 0.8 >= bottom) bands.push([segment]);
    else band.push(segment);
    bottom = Math.max(bottom, segment.y);
  }
  return bands;
}

/** The gutter that parts most lines of text, over as many bands as it passes through. */
function bestCut(segments: Segment[], bands: Band[]): Cut | null {
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const step = Math.max(STEP_POINTS, (right - left) / MAX_STEPS);
  let best: Cut | null = null;
  for (let x = left + step; x < right; x += step) {
    for (const cut of cutsAt(x, bands)) {
      // Of equal ones the first is kept, at the left side of the gutter.
      if (!best || cut.lines > best.lines) best = cut;
    }
  }
  return best;
}

function cutsAt(x: number, bands: Band[]): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (let at = 0; at <= bands.length; at++) {
    const band = bands[at];
    const isCrossed =
      !band || band.some(({ left, right }) => left < x + MIN_GUTTER_POINTS && right > x);
    if (!isCrossed) continue;
    const cut = toCut(x, bands, from, at);
    if (cut) cuts.push(cut);
    from = at + 1;
  }
  return cuts;
}

function toCut(x: number, bands: Band[], from: number, to: number): Cut | null {
  if (to <= from) return null;
  const hasBoth = (band: Band) =>
    band.some(({ right }) => right <= x) && band.some(({ right }) => right > x);
  // What stands on one side only, above and below, belongs to the text around the columns.
  let [first, last] = [from, to];
  while (first < last && !hasBoth(bands[first] as Band)) first++;
  while (last > first && !hasBoth(bands[last - 1] as Band)) last--;
  if (last === first) return null;
  // The longer column goes on to where the lines that span both begin.
  const inside = bands.slice(first, to).flat();
  const leftSide = inside.filter(({ right }) => right <= x);
  const rightSide = inside.filter(({ right }) => right > x);
  const lines = Math.min(leftSide.length, rightSide.length);
  if (lines < MIN_LINES) return null;
  if (!isText(leftSide) || !isText(rightSide)) return null;
  return { x, from: first, to, lines };
}

function isText(segments: Segment[]): boolean {
  const lengths = segments.map(({ text }) => text.length).sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= MIN_COLUMN_LETTERS;
}
