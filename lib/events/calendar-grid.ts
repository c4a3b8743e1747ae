import { addDays, dayParts, monthRange, weekday } from "#lib/dates/calendar-day.ts";

export const WEEKDAY_COLUMNS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const HEAT_LEVELS = 4;

/**
 * The days of a month in weeks from Monday to Sunday, null where a week reaches into another
 * month. Throws `RangeError` where there is no such month.
 */
export function monthGrid(year: number, month: number): (string | null)[][] {
  const range = monthRange(year, month);
  if (!range) throw new RangeError(`Not a month: ${year}-${month}`);
  const blank = WEEKDAY_COLUMNS.indexOf(weekday(range.start));
  const dayCount = dayParts(range.end).day;
  return Array.from({ length: Math.ceil((blank + dayCount) / 7) }, (_, week) =>
    WEEKDAY_COLUMNS.map((_name, column) => {
      const offset = week * 7 + column - blank;
      return offset >= 0 && offset < dayCount ? addDays(range.start, offset) : null;
    }),
  );
}

/**
 * How deep a count is drawn, from 0 for nothing to 4 for as many as `max`; by the logarithm, so
 * that one crowded day does not pale all others.
 */
export function heatLevel(count: number, max: number): number {
  if (count <= 0) return 0;
  return Math.max(
    1,
    Math.ceil((HEAT_LEVELS * Math.log1p(count)) / Math.log1p(Math.max(count, max))),
  );
}
