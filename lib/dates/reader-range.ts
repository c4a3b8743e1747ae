import { parseDateRange } from "./parse-reader-date.ts";

export type ReaderRange = {
  /** `YYYY-MM-DD`, both ends included; null where that side is open. */
  from: string | null;
  to: string | null;
  /** What could not be used, in a sentence for each field. */
  problems: { from?: string; to?: string };
};

/**
 * The days between two dates as people type them into a form; an empty string leaves its side open.
 * Never throws: what cannot be read is left out and named. `today` is what `last month` counts from.
 */
export function readRange(given: { from: string; to: string }, today: string): ReaderRange {
  const start = given.from ? parseDateRange(given.from, today) : null;
  const end = given.to ? parseDateRange(given.to, today) : null;
  const isBackwards = start !== null && end !== null && start.from > end.to;
  const problems = {
    ...(given.from && !start && { from: unread(given.from) }),
    ...(given.to && !end && { to: unread(given.to) }),
    ...(isBackwards && { to: `“${given.to}” is before “${given.from}”, so it was left out.` }),
  };
  return { from: start?.from ?? null, to: isBackwards ? null : (end?.to ?? null), problems };
}

function unread(given: string): string {
  return `“${given}” could not be read as a date, so it was left out. Try 2025, 2025-02, 27 Feb 2025 or last month.`;
}
