import type { AskedState } from "#lib/commitments/types.ts";
import type { EventKind, LaneId } from "#lib/events/schema.ts";
import type { TimelineEntry } from "#lib/events/types.ts";
import type { Unit } from "#lib/timeline/time-units.ts";

/** A commitment as a line of the timeline, at the day on which it was made. */
export type CommitmentEntry = {
  type: "commitment";
  id: string;
  path: string;
  title: string;
  /** When it was made, and when it is due (null: no day was named): Extended Date/Time Format. */
  date: string;
  due: string | null;
  startsOn: string;
  /** The last day that its due date covers, or that of the change that settled it. */
  endsOn: string;
  state: AskedState;
  /** Of those who promised. */
  lanes: LaneId[];
};

/** A line of the timeline's list. */
export type TimelineLine = TimelineEntry | CommitmentEntry;

/** Times are days since 1 January 1970, hours as fractions; spans are `[from, to)`. */
export type TimeSpan = { from: number; to: number };

/** Where an entry stands that is in none of the five lanes. */
export const OTHER_LANE = "other";
/** Where commitments stand: a line from the promise to the day on which it is due. */
export const COMMITMENT_LANE = "commitments";
export type PictureLane = LaneId | typeof OTHER_LANE | typeof COMMITMENT_LANE;

/** What the picture draws of a commitment beside the time that it covers. */
export type PicturedPromise = {
  /** The sides of who promised, to which it is joined. */
  sides: readonly PictureLane[];
  /** Null: no day was named. */
  due: TimeSpan | null;
  /** Nothing here says yet what became of it. */
  isOpen: boolean;
};

/** An event as the picture draws it, or a commitment. */
export type PictureEntry = TimeSpan & {
  id: string;
  title: string;
  path: string;
  /** Its date in words. */
  dateLabel: string;
  /** Its date is a month, a year or about some time: drawn with soft ends. */
  isSoft: boolean;
  isToVerify: boolean;
  /** In the order of the picture; never empty. */
  lanes: readonly PictureLane[];
  /** 0 to 100. */
  weight: number;
  kind: EventKind | typeof COMMITMENT_LANE;
  /** Of a commitment alone. */
  promise?: PicturedPromise;
};

/** How many began in a span, and in which lanes; one in several lanes counts in each of them. */
export type CountBin = TimeSpan & { total: number; lanes: Partial<Record<PictureLane, number>> };

/** All that the picture of a window is made from. */
export type PictureInput = {
  window: TimeSpan;
  /** Of the whole picture, in pixels. */
  width: number;
  lanes: readonly PictureLane[];
  /** False where none are asked for: lanes of counts alone are low. */
  hasEvents: boolean;
  entries: readonly PictureEntry[];
  /** Events and commitments that are not among `entries`. */
  rest: readonly CountBin[];
  articles: readonly CountBin[];
  statements: readonly CountBin[];
};

/** A label or a mark, as it lies: what `a < b` in one row must hold of. */
export type Box = { left: number; right: number };

type LaneMark = { lane: PictureLane; y: number };

/** An event by its title. */
export type NamedMark = LaneMark & {
  entry: PictureEntry;
  /** Of mark and label together. */
  box: Box;
  row: number;
  /** Of the mark alone: a point where it is no wider than `POINT_WIDTH`. */
  mark: Box;
  isPoint: boolean;
  /** Of a commitment: as much as is seen of the time when it is due. */
  due: Box | null;
  /** As much of the title as there is room for. */
  label: string;
  labelX: number;
  isLabelLeft: boolean;
};

/** Events that have no room for their titles, in one lane and one stretch of the calendar. */
export type GatheredMark = LaneMark & {
  span: TimeSpan;
  box: Box;
  count: number;
  /** Where it is one that is known. */
  only: PictureEntry | null;
};

export type Tick = { time: number; to: number; x: number; label: string; isLabelled: boolean };

/** A lane's band: rows of titles, the line of the lane, the row of gathered marks, bars of counts. */
export type LaneBand = {
  id: PictureLane;
  top: number;
  rowYs: readonly number[];
  lineY: number;
  gatheredY: number;
  barsY: number;
  bottom: number;
  articles: readonly Bar[];
  statements: readonly Bar[];
};

export type Bar = Box & { height: number; count: number };

export type PictureLayout = {
  window: TimeSpan;
  width: number;
  height: number;
  /** Where time begins: left of it stand the names of the lanes. */
  left: number;
  bands: readonly LaneBand[];
  /** The finer marks of time, and over them the coarser, of which one always tells the year. */
  ticks: readonly Tick[];
  overTicks: readonly Tick[];
  named: readonly NamedMark[];
  gathered: readonly GatheredMark[];
  /** Events and commitments in the window, named or gathered. */
  total: number;
  /** How many of them are commitments. */
  commitments: number;
};

/** What was archived in a stretch of the calendar; an event or a commitment counts where it begins. */
export type OverviewBin = TimeSpan & { events: number; articles: number; statements: number };

export type PictureData = {
  window: TimeSpan;
  /** Of which all is here: the window, and as much again on either side. */
  covers: TimeSpan;
  /** From the first to the last of anything; what `window` is where nothing is asked for. */
  extent: TimeSpan;
  first: TimeSpan;
  lanes: readonly PictureLane[];
  hasEvents: boolean;
  entries: readonly PictureEntry[];
  rest: readonly CountBin[];
  articles: readonly CountBin[];
  statements: readonly CountBin[];
  overview: { unit: Unit; bins: readonly OverviewBin[] };
  /** Events and commitments that ended before the window, that are in it, and that begin after it. */
  counts: { before: number; within: number; after: number };
};
