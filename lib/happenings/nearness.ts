/** How much the time between two pieces of coverage speaks against their being of one happening. */

/** First and last day, `YYYY-MM-DD`. */
export type Period = { first: string; last: string };

/** Coverage so many days apart is as near as can be. */
const SAME_DAYS = 3;
const FADING_DAYS = 30;
/** However far apart, texts that are very alike may be of one happening: a day may be wrong. */
const LEAST = 0.5;
const DAY_MS = 86_400_000;

/** Days between two periods: 0 where they touch or a day is not known. */
export function daysApart(a: Period | null, b: Period | null): number {
  if (a === null || b === null) return 0;
  const [earlier, later] = a.first <= b.first ? [a, b] : [b, a];
  return Math.max(0, (Date.parse(later.first) - Date.parse(earlier.last)) / DAY_MS);
}

/** From 1 for what appeared within three days, falling to a half. */
export function nearnessOf(days: number): number {
  return Math.max(LEAST, Math.exp(-Math.max(0, days - SAME_DAYS) / FADING_DAYS));
}
