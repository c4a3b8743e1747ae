import { addDays } from "#lib/dates/calendar-day.ts";

const HOUR_MS = 60 * 60_000;
const LONDON_CLOCK = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});
const LONDON_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** The moment at which a calendar day begins in London. Throws `RangeError` when it is no day. */
export function startOfLondonDay(day: string): Date {
  const utcMidnight = new Date(`${addDays(day, 0)}T00:00:00Z`);
  // London is never behind UTC: at midnight UTC its clocks show 0, or 1 in summer.
  const hoursAhead = Number(LONDON_CLOCK.format(utcMidnight));
  return new Date(utcMidnight.getTime() - hoursAhead * HOUR_MS);
}

/** The day it is in London at a moment. */
export function londonDayOf(at: Date): string {
  return LONDON_DAY.format(at);
}
