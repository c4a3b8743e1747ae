import type { Segment } from "./pdf-segments.ts";

/** Lines from the page's edge that a running head or foot may have. */
const MAX_EDGE_LINES = 3;
const SAME_HEIGHT_POINTS = 12;
const MIN_PAGES = 2;
const MIN_SHARE = 0.3;
const PAGE_NUMBER =
  /^(?:[-–—|[(\s]*(?:page|p\.|seite|стор\.?|с\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|з|із)\s*\d{1,4})?[-–—|\])\s.]*)$/i;

type Row = { text: string; y: number; segments: Segment[] };

/**
 * The pages without what repeats at their edges: running heads and feet, and page numbers, which are
 * given beside them, each once. A line counts as repeated when it differs only in its figures.
 */
export function withoutRunningHeads(pages: Segment[][]): { pages: Segment[][]; heads: string[] } {
  const edges = pages.map(edgeRows);
  const heights = new Map<string, number[]>();
  for (const row of edges.flatMap(({ top, bottom }) => [...top, ...bottom])) {
    const key = keyOf(row);
    heights.set(key, [...(heights.get(key) ?? []).slice(-400), row.y]);
  }
  const heads = new Set<string>();
  const kept = pages.map((segments, i) => {
    const dropped = new Set<Segment>();
    const { top = [], bottom = [] } = edges[i] ?? {};
    for (const edge of [top, bottom]) {
      for (const row of edge) {
        const isNumber = PAGE_NUMBER.test(row.text);
        // What stands inside of the article's first line is the article's.
        if (!isNumber && !isRepeated(row, heights, pages.length)) break;
        if (!isNumber) heads.add(row.text);
        for (const segment of row.segments) dropped.add(segment);
      }
    }
    return dropped.size === segments.length && pages.length === 1
      ? segments
      : segments.filter((segment) => !dropped.has(segment));
  });
  return { pages: kept, heads: [...heads] };
}

function isRepeated(row: Row, heights: Map<string, number[]>, pageCount: number): boolean {
  const near = (heights.get(keyOf(row)) ?? []).filter(
    (y) => Math.abs(y - row.y) <= SAME_HEIGHT_POINTS,
  );
  return near.length >= Math.max(MIN_PAGES, Math.floor(pageCount * MIN_SHARE));
}

function keyOf({ text }: Row): string {
  return text.replace(/\d+/g, "#").toLowerCase();
}

/** The rows at both edges, the outermost first. */
function edgeRows(segments: Segment[]): { top: Row[]; bottom: Row[] } {
  const rows: Row[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && segment.y - row.y < segment.size / 2) row.segments.push(segment);
    else rows.push({ text: "", y: segment.y, segments: [segment] });
  }
  const top = rows.slice(0, MAX_EDGE_LINES);
  const bottom = rows.slice(MAX_EDGE_LINES).slice(-MAX_EDGE_LINES).reverse();
  return { top: top.map(withText), bottom: bottom.map(withText) };
}

function withText(row: Row): Row {
  const segments = row.segments.toSorted((a, b) => a.left - b.left);
  return { ...row, text: segments.map(({ text }) => text).join(" ") };
}
