/** Sizes of the picture, in pixels. */
import { COMMITMENT_LANE, type PictureLane } from "#lib/timeline/types.ts";

export const FONT_SIZE = 13;
export const SMALL_FONT_SIZE = 11.5;
/** What is narrower is drawn as a point, since one would not see it as a stretch of time. */
export const POINT_WIDTH = 9;
export const POINT_RADIUS = 3.75;
/** Between a point and its label. */
export const LABEL_GAP = 5;
/** Between what stands in one row. */
export const BOX_GAP = 10;
export const MIN_LABEL_WIDTH = 128;
const MAX_LABEL_WIDTH = 330;
export const ROW_HEIGHT = 19;
/** A gathered mark has at most this; stretches of the calendar are chosen so that each has room. */
export const GATHERED_WIDTH = 30;
export const GATHERED_HEIGHT = 16;
export const BARS_HEIGHT = 14;
export const AXIS_HEIGHT = 44;
const BAND_PADDING = 5;
/** So that a point at the last moment is whole. */
export const RIGHT_MARGIN = 4;

const WIDE = 640;

/** What depends on the width of the picture. */
export function measuresFor(width: number, laneCount: number) {
  const isWide = width >= WIDE;
  const fewLanes = laneCount <= 2 ? 3 : 0;
  return {
    left: isWide ? 118 : 32,
    rows: (isWide ? 3 : 2) + fewLanes,
    maxLabelWidth: Math.min(MAX_LABEL_WIDTH, width * 0.62),
    minTickWidth: isWide ? 58 : 46,
    isWide,
  };
}

/** Of a lane without events: its name needs one. */
const BARE_ROWS = 1;
/** Commitments are long, so that their lane takes more; the more where no other takes any. */
const [MORE_FOR_COMMITMENTS, MORE_WITHOUT_EVENTS] = [2, 6];

/** How many rows of titles a lane has, where those of events have `rows`. */
export function rowsOf(lane: PictureLane, rows: number, hasEvents: boolean): number {
  if (lane === COMMITMENT_LANE)
    return rows + (hasEvents ? MORE_FOR_COMMITMENTS : MORE_WITHOUT_EVENTS);
  return hasEvents ? rows : BARE_ROWS;
}

/** Heights within a band of a lane, from its top. */
export function bandMeasures(rows: number, hasBars: boolean) {
  const lineY = BAND_PADDING + rows * ROW_HEIGHT + 4;
  const gatheredY = lineY + 5 + GATHERED_HEIGHT / 2;
  const barsY = gatheredY + GATHERED_HEIGHT / 2 + 2 + (hasBars ? BARS_HEIGHT : 0);
  return {
    rowYs: Array.from({ length: rows }, (_, row) => BAND_PADDING + (row + 0.5) * ROW_HEIGHT),
    lineY,
    gatheredY,
    barsY,
    height: barsY + BAND_PADDING,
  };
}
