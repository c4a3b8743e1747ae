/** When an alert is looked at next. */
import type { AlertCadence } from "#lib/saved-searches/schema.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Between one mail and the next, at least. */
export const INTERVAL_MS: Readonly<Record<AlertCadence, number>> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
};
/** Whoever wants to know at once is told within so long, if the last mail is an hour old. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 12 * HOUR_MS;
/** Two days of failures in a row, by the pauses between them. */
export const MAX_FAILURES = 10;

/** For the first time: at once where it is wanted as it happens, else an interval later. */
export function firstLook(cadence: AlertCadence, now: Date): Date {
  return cadence === "hourly" ? now : new Date(now.getTime() + INTERVAL_MS[cadence]);
}

/**
 * After a look that went well: in the next slot of its own time of day, so that mails do not wander
 * through the day; sooner where nothing was sent and it is wanted as it happens.
 */
export function nextLook(
  cadence: AlertCadence,
  { dueAt, now, hasSent }: { dueAt: Date; now: Date; hasSent: boolean },
): Date {
  if (cadence === "hourly") return new Date(now.getTime() + (hasSent ? HOUR_MS : LOOK_AGAIN_MS));
  const interval = INTERVAL_MS[cadence];
  const missed = Math.floor(Math.max(0, now.getTime() - dueAt.getTime()) / interval);
  return new Date(dueAt.getTime() + (missed + 1) * interval);
}

/** After the nth failure in a row: twice as long each time, from 5 minutes to 12 hours. */
export function afterFailure(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS));
}
