/** The days that a search is narrowed to, in words, and one step farther away. */
import { formatDay, monthName, monthRange } from "#lib/dates/calendar-day.ts";
import type { ChosenDays } from "#lib/search/histogram.ts";

/** `key` is what stands in an address: `2025`, `2025-03`; null: any day. */
export type Zoom = { key: string | null; label: string };

const ANY: Zoom = { key: null, label: "all dates" };

/** The days in the fewest words: `2025`, `March 2025`, `1 March 2025 to 9 April 2025`, `All dates`. */
export function nameOfDays({ from, to }: ChosenDays): string {
  if (from && to) {
    if (from === to) return formatDay(from);
    const whole = [monthOf(from), yearOf(from)].find((zoom) => isWhole(zoom, { from, to }));
    return whole?.label ?? `${formatDay(from)} to ${formatDay(to)}`;
  }
  if (from) return `From ${formatDay(from)}`;
  return to ? `Until ${formatDay(to)}` : "All dates";
}

/** The month of days within it, the year of a whole month or more, all dates; null: it is all dates. */
export function zoomedOut({ from, to }: ChosenDays): Zoom | null {
  if (!from && !to) return null;
  if (!from || !to) return ANY;
  const around = [monthOf(from), yearOf(from)].find(
    (zoom) => to.startsWith(zoom.key ?? "") && !isWhole(zoom, { from, to }),
  );
  return around ?? ANY;
}

function monthOf(day: string): Zoom {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return { key: day.slice(0, 7), label: `${monthName(month)} ${year}` };
}

function yearOf(day: string): Zoom {
  return { key: day.slice(0, 4), label: String(Number(day.slice(0, 4))) };
}

function isWhole({ key }: Zoom, { from, to }: ChosenDays): boolean {
  if (key?.length === 4) return from === `${key}-01-01` && to === `${key}-12-31`;
  const range = key && monthRange(Number(key.slice(0, 4)), Number(key.slice(5, 7)));
  return Boolean(range && from === range.start && to === range.end);
}
