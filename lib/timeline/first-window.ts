import { floorTo, nextOf } from "#lib/timeline/time-units.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";

/** A few early ones would press all others into a corner. */
const LEFT_OUT_SHARE = 0.1;

/**
 * The window that shows most events: from the beginning of the year in which the second tenth of them
 * begins to the end of the month of the last. `starts` in order of time, and not empty.
 */
export function firstWindow(starts: readonly number[]): TimeSpan {
  const from = starts[Math.floor(starts.length * LEFT_OUT_SHARE)] as number;
  const last = starts.at(-1) as number;
  return { from: floorTo("year", from), to: nextOf("month", last) };
}
