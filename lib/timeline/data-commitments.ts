/** The commitments of a timeline, from memory. */
import { listIndexedCommitments } from "#lib/commitments/data-timeline.ts";
import type { AskedState, CommitmentLine, IndexedCommitment } from "#lib/commitments/types.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { listIndexedEvents } from "#lib/events/data-event-index.ts";
import { testsOf } from "#lib/timeline/meets-narrowing.ts";
import { dayOf, toTime } from "#lib/timeline/time-units.ts";
import type { TimelineNarrowing } from "#lib/timeline/timeline-query.ts";
import {
  COMMITMENT_LANE,
  type CommitmentEntry,
  type PictureEntry,
  type PictureLane,
  type TimeSpan,
} from "#lib/timeline/types.ts";

/** A commitment with the time from when it was made until it is due, or until it was settled. */
export type TimedCommitment = TimeSpan & {
  commitment: IndexedCommitment;
  due: TimeSpan | null;
  /** Of the event at which it was made. */
  weight: number;
};

const LANES: readonly PictureLane[] = [COMMITMENT_LANE];

/**
 * The commitments that a timeline is narrowed to, by when they were made, as they stand on `day`
 * (`YYYY-MM-DD`). Kinds are of events only.
 */
export async function listTimelineCommitments(
  narrowing: TimelineNarrowing,
  day: string,
): Promise<TimedCommitment[]> {
  const [commitments, events] = await Promise.all([
    listIndexedCommitments(day),
    listIndexedEvents("all"),
  ]);
  const weights = new Map(events.map(({ id, weight }) => [id, weight]));
  const tests = testsOf(narrowing);
  return commitments
    .filter((commitment) => tests.every((holds) => holds(commitment)))
    .map((commitment) => ({
      ...{ commitment, ...timesOf(commitment.line) },
      weight: weights.get(commitment.line.event?.id ?? "") ?? 0,
    }));
}

/** A commitment as the picture draws it. */
export function toPicturedCommitment(timed: TimedCommitment): PictureEntry {
  const { commitment, from, to, due, weight } = timed;
  const { id, title, path, madeOn, due: dueDate } = commitment.line;
  const state = stateOf(commitment.line);
  return {
    ...{ id, path, from, to, weight, lanes: LANES, kind: COMMITMENT_LANE },
    ...{ isSoft: false, isToVerify: false },
    title: `${state.charAt(0).toUpperCase()}${state.slice(1)}: ${title}`,
    dateLabel: `promised ${formatEdtf(madeOn)}${dueDate ? `, due ${formatEdtf(dueDate)}` : ""}`,
    promise: {
      ...{ sides: commitment.lanes, due },
      isOpen: state === "open" || state === "overdue",
    },
  };
}

/** A commitment as a line of the list. */
export function toCommitmentLine({ commitment, to }: TimedCommitment): CommitmentEntry {
  const { line, lanes } = commitment;
  const { id, path, title, madeOn, madeStartsOn, due } = line;
  return {
    ...{ type: "commitment", id, path, title, due, lanes },
    ...{ date: madeOn, startsOn: madeStartsOn, endsOn: dayOf(to - 1), state: stateOf(line) },
  };
}

/** Its state as readers ask for it. */
function stateOf({ state, isOverdue }: CommitmentLine): AskedState {
  return isOverdue ? "overdue" : state;
}

function timesOf(line: CommitmentLine): TimeSpan & { due: TimeSpan | null } {
  const { madeStartsOn, dueStartsOn, dueEndsOn, changedOn, state } = line;
  const from = toTime(madeStartsOn);
  const due =
    dueStartsOn && dueEndsOn ? { from: toTime(dueStartsOn), to: toTime(dueEndsOn) + 1 } : null;
  const isSettled = changedOn !== null && state !== "open";
  const ends = [from + 1, ...(due ? [due.to] : []), ...(isSettled ? [toTime(changedOn) + 1] : [])];
  return { from, to: Math.max(...ends), due };
}
