import { formatDay, monthName, monthRange, toDay } from "#lib/dates/calendar-day.ts";

/** A year, a month or a day of the calendar, with the days it covers and its name. */
export type CalendarSpan = { path: string; label: string; from: string; to: string };

/**
 * The span that the address `/2025`, `/2025/02` or `/2025/02/27` means, or null where the calendar
 * has no such thing: for `/abc`, `/2025/2`, `/2025/13` and `/2025/02/30` alike.
 */
export function calendarSpan(year: string, month?: string, day?: string): CalendarSpan | null {
  if (!/^\d{4}$/.test(year) || [month, day].some((part) => part && !/^\d{2}$/.test(part))) {
    return null;
  }
  if (month === undefined) return yearSpan(year);
  const range = monthRange(Number(year), Number(month));
  if (!range) return null;
  const path = `/${year}/${month}`;
  if (day === undefined) {
    const label = `${monthName(Number(month))} ${Number(year)}`;
    return { path, label, from: range.start, to: range.end };
  }
  const date = toDay({ year: Number(year), month: Number(month), day: Number(day) });
  if (!date) return null;
  return { path: `${path}/${day}`, label: formatDay(date), from: date, to: date };
}

function yearSpan(year: string): CalendarSpan | null {
  const from = toDay({ year: Number(year), month: 1, day: 1 });
  if (!from) return null;
  return { path: `/${year}`, label: String(Number(year)), from, to: `${year}-12-31` };
}

/** The address of a calendar day: `/2025/02/27`. */
export function dayPath(day: string): string {
  return `/${day.replaceAll("-", "/")}`;
}
