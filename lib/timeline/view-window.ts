/** The stretch of time that the picture shows, and the ways from one to another. */
import { dayOf, toTime } from "#lib/timeline/time-units.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";

/** Six hours: events are dated to the day, so that closer there is nothing more to see. */
const SHORTEST_SPAN = 0.25;
const FIRST_TIME = toTime("1000-01-01");
const LAST_TIME = toTime("3000-01-01");
const MINUTES_PER_DAY = 1_440;
const ZOOM_STEP = 2;
const PAN_SHARE = 0.5;

/** A window that can be shown: neither empty nor without end. */
export function toWindow({ from, to }: TimeSpan): TimeSpan {
  const start = Math.max(FIRST_TIME, Math.min(from, LAST_TIME - SHORTEST_SPAN));
  const end = Math.min(LAST_TIME, Math.max(to, start + SHORTEST_SPAN));
  return { from: toMinute(start), to: toMinute(end) };
}

/** Twice as close, or half, about a moment that stays where it is; left out: about the middle. */
export function zoomed(window: TimeSpan, isIn: boolean, about?: number): TimeSpan {
  const centre = about ?? (window.from + window.to) / 2;
  const factor = isIn ? 1 / ZOOM_STEP : ZOOM_STEP;
  return toWindow({
    from: centre - (centre - window.from) * factor,
    to: centre + (window.to - centre) * factor,
  });
}

/** Half a window later, or earlier. */
export function moved(window: TimeSpan, direction: 1 | -1): TimeSpan {
  const days = (window.to - window.from) * PAN_SHARE * direction;
  return toWindow({ from: window.from + days, to: window.to + days });
}

/**
 * A window as the parameters `from` and `to` of an address: both days included, or times of day where
 * it does not begin and end with days. What `readWindow` reads of them is the same window.
 */
export function windowParameters(window: TimeSpan): { from: string; to: string } {
  if (!Number.isInteger(window.from) || !Number.isInteger(window.to))
    return { from: timeOf(window.from), to: timeOf(window.to) };
  return { from: dayOf(window.from), to: dayOf(window.to - 1) };
}

/** Wide windows begin and end with days, so that their addresses can be read. */
export function roundedWindow(window: TimeSpan): TimeSpan {
  if (window.to - window.from < 4) return toWindow(window);
  return toWindow({ from: Math.round(window.from), to: Math.round(window.to) });
}

function timeOf(time: number): string {
  return new Date(Math.round(time * MINUTES_PER_DAY) * 60_000).toISOString().slice(0, 16);
}

function toMinute(time: number): number {
  return Math.round(time * MINUTES_PER_DAY) / MINUTES_PER_DAY;
}
