import { dayParts } from "#lib/dates/calendar-day.ts";
import { LANE_IDS, type LaneId } from "#lib/events/schema.ts";
import { makeTimelineScale, SCALE_WIDTH, type YearSpan } from "#lib/events/timeline-scale.ts";
import type { PicturedEvent } from "#lib/events/types.ts";

/** A dot and the gap beside it. Across, in units of the scale; down, in pixels. */
const COLUMN_WIDTH = 6.25;
const ROW_HEIGHT = 7;
const COLUMN_COUNT = Math.floor(SCALE_WIDTH / COLUMN_WIDTH);
/** Rows of a lane in the order in which they fill: the line itself, then above and below it. */
const ROW_ORDER = [0, -1, 1, -2, 2] as const;
export const LANE_HEIGHT = ROW_HEIGHT * ROW_ORDER.length + 3;

export type PicturedYear = YearSpan & { byLane: Partial<Record<LaneId, number>> };

export type PicturedLane = {
  id: LaneId;
  /** Height of its line, in pixels from the top. */
  y: number;
  count: number;
  /** Path data, a stroke for each event: of length nothing for a day, as long as an interval. */
  verified: string;
  toVerify: string;
};

export type TimelinePicture = {
  width: number;
  height: number;
  years: PicturedYear[];
  lanes: PicturedLane[];
};

type Place = { column: number; span: number; row: number };

/**
 * Lays events out by lane and time. Events of the same days are stacked about the line of their
 * lane; where all its rows are full, the next stands a little later, so that none hides another.
 */
export function drawTimeline(
  events: readonly PicturedEvent[],
  lanes: readonly LaneId[] = LANE_IDS,
): TimelinePicture {
  const scale = makeTimelineScale(events.map((event) => event.startsOn));
  return {
    width: SCALE_WIDTH,
    height: lanes.length * LANE_HEIGHT,
    years: scale.years.map((year) => ({ ...year, byLane: countByLane(events, year.year, lanes) })),
    lanes: lanes.map((id, i) => {
      const y = (i + 0.5) * LANE_HEIGHT;
      const inLane = events.filter((event) => event.lanes.includes(id));
      return { id, y, count: inLane.length, ...drawLane(inLane, y, scale.positionOf) };
    }),
  };
}

function drawLane(
  events: readonly PicturedEvent[],
  y: number,
  positionOf: (day: string) => number,
): Pick<PicturedLane, "verified" | "toVerify"> {
  const taken = new Set<string>();
  const paths = { verified: "", to_verify: "" };
  for (const event of events) {
    const first = toColumn(positionOf(event.startsOn));
    const last = Math.max(first, toColumn(positionOf(event.endsOn)));
    const place = findPlace(taken, first, last - first);
    paths[event.verification] += strokeAt(place, y);
  }
  return { verified: paths.verified, toVerify: paths.to_verify };
}

function toColumn(position: number): number {
  return Math.min(COLUMN_COUNT - 1, Math.floor(position / COLUMN_WIDTH));
}

function findPlace(taken: Set<string>, first: number, span: number): Place {
  for (let column = first; column + span < COLUMN_COUNT; column++) {
    const columns = Array.from({ length: span + 1 }, (_, i) => column + i);
    const row = ROW_ORDER.find((each) => columns.every((at) => !taken.has(`${at} ${each}`)));
    if (row === undefined) continue;
    for (const at of columns) taken.add(`${at} ${row}`);
    return { column, span, row };
  }
  return { column: first, span, row: 0 };
}

function strokeAt({ column, span, row }: Place, y: number): string {
  const x = (column + 0.5) * COLUMN_WIDTH;
  return `M${round(x)} ${round(y + row * ROW_HEIGHT)}h${round(span * COLUMN_WIDTH) || 0.01}`;
}

function countByLane(
  events: readonly PicturedEvent[],
  year: number,
  lanes: readonly LaneId[],
): Partial<Record<LaneId, number>> {
  const inYear = events.filter((event) => dayParts(event.startsOn).year === year);
  const countOf = (id: LaneId) => inYear.filter((event) => event.lanes.includes(id)).length;
  return Object.fromEntries(lanes.map((id) => [id, countOf(id)] as const).filter(([, n]) => n > 0));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
