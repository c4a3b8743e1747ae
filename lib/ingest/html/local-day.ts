/** Puts a day that a page's data give in universal time back into the outlet's own zone. */
import type { Moment } from "./moments.ts";
import type { Candidate } from "./page.ts";

const UTC = /(?:Z|[+-]00:00)$/;
const MS_PER_MINUTE = 60_000;
/** Offsets from universal time are whole half hours, and are less than these. */
const OFFSET_STEP_MINUTES = 30;
const MIN_OFFSET_MINUTES = -12 * 60;
const MAX_OFFSET_MINUTES = 14 * 60;
const MIN_CONFIDENCE = 0.7;

/**
 * The candidates, with one put first that names the same moment in the outlet's zone where the first
 * names it in universal time: what is published in an American evening is dated tomorrow by its data.
 */
export function preferLocalDay(found: Candidate<Moment>[]): Candidate<Moment>[] {
  const [best] = found;
  if (!best || !UTC.test(best.value.time ?? "")) return found;
  const instant = instantOf(best.value);
  const local = found.find(
    ({ value, confidence }) =>
      value.day !== best.value.day && confidence >= MIN_CONFIDENCE && isLocal(value, instant),
  );
  return local ? [{ ...local, confidence: best.confidence }, ...found] : found;
}

function isLocal({ day, time }: Moment, instant: number): boolean {
  if (time === null || UTC.test(time)) return false;
  if (/[+-]\d\d:\d\d$/.test(time)) return minutesBetween(instantOf({ day, time }), instant) === 0;
  const offset = minutesBetween(instantOf({ day, time: `${time}Z` }), instant);
  const isOffset = offset >= MIN_OFFSET_MINUTES && offset <= MAX_OFFSET_MINUTES;
  return isOffset && offset % OFFSET_STEP_MINUTES === 0;
}

function minutesBetween(later: number, earlier: number): number {
  return Math.floor(later / MS_PER_MINUTE) - Math.floor(earlier / MS_PER_MINUTE);
}

function instantOf({ day, time }: Moment): number {
  return Date.parse(`${day}T${time ?? "00:00Z"}`);
}
