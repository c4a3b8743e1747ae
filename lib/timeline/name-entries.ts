/** Which events are named, and where their labels lie. */
import { compareImportance } from "#lib/timeline/importance-order.ts";
import {
  BOX_GAP,
  FONT_SIZE,
  LABEL_GAP,
  MIN_LABEL_WIDTH,
  POINT_RADIUS,
  POINT_WIDTH,
} from "#lib/timeline/measures.ts";
import { cutToWidth, widthOf } from "#lib/timeline/text-width.ts";
import type { Scale } from "#lib/timeline/ticks.ts";
import type { Box, LaneBand, NamedMark, PictureEntry } from "#lib/timeline/types.ts";

/** A picture that moves is laid out at each frame, of the same events. */
const titleWidths = new WeakMap<PictureEntry, number>();

type Row = { band: LaneBand; row: number; taken: Box[] };
type Space = { width: number; isLeft: boolean };

/** Where an event lies in time, as far as the window shows it. */
export function markOf(entry: PictureEntry, scale: Scale): { mark: Box; isPoint: boolean } {
  const left = Math.max(scale.xOf(entry.from), scale.left);
  const right = Math.min(scale.xOf(entry.to), scale.right);
  if (right - left > POINT_WIDTH) return { mark: { left, right }, isPoint: false };
  const middle = clamp((left + right) / 2, scale.left + POINT_RADIUS, scale.right - POINT_RADIUS);
  return { mark: { left: middle - POINT_RADIUS, right: middle + POINT_RADIUS }, isPoint: true };
}

/** As much as is seen of the time when a commitment is due. */
function dueOf({ promise }: PictureEntry, scale: Scale): Box | null {
  if (!promise?.due) return null;
  const left = Math.max(scale.xOf(promise.due.from), scale.left);
  const right = Math.min(scale.xOf(promise.due.to), scale.right);
  return left < right ? { left, right } : null;
}

/**
 * Names events by importance, each in that of its lanes which has most room left, its title cut where
 * there is not enough for all of it. Those for which there is no room at all are not among the answer.
 */
export function nameEntries(
  entries: readonly PictureEntry[],
  bands: readonly LaneBand[],
  scale: Scale,
  maxLabelWidth: number,
): NamedMark[] {
  const rowsOf = new Map(
    bands.map((band) => [
      band.id as string,
      band.rowYs.map((_, row): Row => ({ band, row, taken: [] })),
    ]),
  );
  const named: NamedMark[] = [];
  for (const entry of [...entries].sort(compareImportance)) {
    const rows = entry.lanes
      .flatMap((lane) => rowsOf.get(lane) ?? [])
      .sort((one, other) => one.taken.length - other.taken.length);
    const mark = place(entry, rows, scale, maxLabelWidth);
    if (mark) named.push(mark);
  }
  return named.map((mark) => widened(mark, rowsOf.get(mark.lane)?.[mark.row]?.taken ?? [], scale));
}

function titleWidth(entry: PictureEntry): number {
  const width = titleWidths.get(entry) ?? widthOf(entry.title, FONT_SIZE);
  titleWidths.set(entry, width);
  return width;
}

/** Where there is room left beside it, a title that was cut takes it. */
function widened(mark: NamedMark, taken: readonly Box[], scale: Scale): NamedMark {
  const { entry, label, labelX, isLabelLeft, box } = mark;
  if (label === entry.title) return mark;
  const others = taken.filter((other) => other !== box);
  const room = isLabelLeft
    ? labelX -
      Math.max(scale.left, ...others.map(({ right }) => (right <= box.left ? right + BOX_GAP : 0)))
    : Math.min(
        scale.right,
        ...others.map(({ left }) => (left >= box.right ? left - BOX_GAP : Infinity)),
      ) - labelX;
  const longer = cutToWidth(entry.title, FONT_SIZE, room);
  if (longer.length <= label.length) return mark;
  const width = widthOf(longer, FONT_SIZE);
  if (isLabelLeft) box.left = Math.min(box.left, labelX - width);
  else box.right = Math.max(box.right, labelX + width);
  return { ...mark, label: longer };
}

function place(
  entry: PictureEntry,
  rows: readonly Row[],
  scale: Scale,
  maxLabelWidth: number,
): NamedMark | null {
  const { mark, isPoint } = markOf(entry, scale);
  const wanted = Math.min(titleWidth(entry) + 1, maxLabelWidth);
  const least = Math.min(wanted, MIN_LABEL_WIDTH);
  let best: { row: Row; space: Space } | null = null;
  for (const row of rows) {
    const space = spaceFor(mark, isPoint, row.taken, scale, wanted);
    if (!space || space.width < least) continue;
    if (!best || space.width > best.space.width) best = { row, space };
    if (best.space.width >= wanted) break;
  }
  if (!best) return null;
  const { row, space } = best;
  const label = cutToWidth(entry.title, FONT_SIZE, space.width);
  if (label === "") return null;
  const box = boxOf(mark, isPoint, space.isLeft, widthOf(label, FONT_SIZE));
  row.taken.push(box);
  return {
    ...{ entry, label, mark, isPoint, box, row: row.row, isLabelLeft: space.isLeft },
    ...{ lane: row.band.id, due: dueOf(entry, scale) },
    y: row.band.top + (row.band.rowYs[row.row] as number),
    labelX: labelXOf(mark, isPoint, space.isLeft),
  };
}

/** Beside a point stands its label to the right, at the right edge to the left; on a stretch, its own. */
function spaceFor(
  mark: Box,
  isPoint: boolean,
  taken: readonly Box[],
  scale: Scale,
  wanted: number,
): Space | null {
  let [before, after] = [scale.left - BOX_GAP, scale.right + BOX_GAP];
  for (const box of taken) {
    if (box.right + BOX_GAP > mark.left && box.left - BOX_GAP < mark.right) return null;
    if (box.right <= mark.left) before = Math.max(before, box.right);
    else after = Math.min(after, box.left);
  }
  // The label of a stretch stands over it: from its beginning, or at the right edge up to its end.
  const [start, end] = isPoint
    ? [mark.right + LABEL_GAP, mark.left - LABEL_GAP]
    : [mark.left, mark.right];
  const right = after - BOX_GAP - start;
  const left = end - before - BOX_GAP;
  const isLeft = right < wanted && left > right && start + wanted > scale.right;
  return { width: Math.min(wanted, isLeft ? left : right), isLeft };
}

function labelXOf(mark: Box, isPoint: boolean, isLeft: boolean): number {
  if (!isPoint) return isLeft ? mark.right : mark.left;
  return isLeft ? mark.left - LABEL_GAP : mark.right + LABEL_GAP;
}

function boxOf(mark: Box, isPoint: boolean, isLeft: boolean, labelWidth: number): Box {
  if (isLeft) {
    const end = isPoint ? mark.left - LABEL_GAP : mark.right;
    return { left: Math.min(mark.left, end - labelWidth), right: mark.right };
  }
  if (isPoint) return { left: mark.left, right: mark.right + LABEL_GAP + labelWidth };
  return { left: mark.left, right: Math.max(mark.right, mark.left + labelWidth) };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
