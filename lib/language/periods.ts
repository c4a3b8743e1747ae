/**
 * Stretches of the calendar in the EDTF that lib/dates/edtf.ts reads: a day, a month, a year, else a
 * closed interval of two of these (a quarter is `1989-07/1989-09`, a week runs from Monday).
 */
import { addDays, dayParts, daysInMonth, toDay, weekday } from "#lib/dates/calendar-day.ts";
import { weekdayNumber } from "#lib/dates/date-words.ts";

export type CalendarUnit =
  "day" | "weekend" | "week" | "fortnight" | "month" | "quarter" | "year" | "decade" | "century";

const MONTHS_PER_UNIT = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 } as const;
const DAYS_PER_UNIT = { day: 1, weekend: 7, week: 7, fortnight: 14 } as const;
const FIRST_TIME = Date.parse("0001-01-08T00:00:00Z");
const LAST_TIME = Date.parse("9999-12-24T00:00:00Z");
/** More of any unit than any calendar holds. */
const MAX_SHIFT = 100_000;
/** First month of a season of the northern half of the world. */
const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

/** `1989-09`, months counted from a year's January on (13 is next January); null outside 1–9999. */
export function monthValue(year: number, month: number): string | null {
  const index = year * 12 + month - 1;
  const day = toDay({
    year: Math.floor(index / 12),
    month: (((index % 12) + 12) % 12) + 1,
    day: 1,
  });
  return day && day.slice(0, 7);
}

/** `1989`; null outside 1–9999. */
export function yearValue(year: number): string | null {
  return toDay({ year, month: 1, day: 1 })?.slice(0, 4) ?? null;
}

/** `1989-07/1989-09` of so many months. */
export function monthsValue(year: number, month: number, count: number): string | null {
  return interval(monthValue(year, month), monthValue(year, month + count - 1));
}

/** `1980/1989` of so many years. */
export function yearsValue(year: number, count: number): string | null {
  return interval(yearValue(year), yearValue(year + count - 1));
}

/** The three months of a season that begins in `year`; null for no season. */
export function seasonValue(year: number, season: string): string | null {
  const month = SEASONS[season];
  return month === undefined ? null : monthsValue(year, month, 3);
}

/** The first month of a season, 1–12; undefined for no season. */
export function seasonStart(season: string): number | undefined {
  return SEASONS[season];
}

/** The day, week, month … that a day lies in. Throws `RangeError` when `day` is no day. */
export function periodAround(day: string, unit: CalendarUnit): string | null {
  const { year, month } = dayParts(day);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return interval(mondayOf(day), addDays(mondayOf(day), 6));
    case "weekend":
      return interval(addDays(mondayOf(day), 5), addDays(mondayOf(day), 6));
    case "fortnight":
      return interval(addDays(day, -13), day);
    case "month":
      return monthValue(year, month);
    case "quarter":
      return monthsValue(year, month - ((month - 1) % 3), 3);
    case "year":
      return yearValue(year);
    case "decade":
      return yearsValue(year - (year % 10), 10);
    case "century":
      return yearsValue(year - (year % 100), 100);
  }
}

/**
 * The day `count` units later (earlier when negative), the last of the month where that month is
 * shorter; null where it leaves the calendar. Throws `RangeError` when `day` is no day.
 */
export function shiftDay(day: string, unit: CalendarUnit, count: number): string | null {
  if (!Number.isSafeInteger(count) || Math.abs(count) > MAX_SHIFT) return null;
  if (unit in DAYS_PER_UNIT) {
    return addWithin(day, count * DAYS_PER_UNIT[unit as keyof typeof DAYS_PER_UNIT]);
  }
  const { year, month, day: dayOfMonth } = dayParts(day);
  const months = count * MONTHS_PER_UNIT[unit as keyof typeof MONTHS_PER_UNIT];
  const target = monthValue(year, month + months);
  if (target === null) return null;
  const [targetYear = 0, targetMonth = 0] = target.split("-").map(Number);
  const last = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return toDay({ year: targetYear, month: targetMonth, day: last });
}

/** 0 for Monday to 6 for Sunday. Throws `RangeError` when `day` is no day. */
export function daysSinceMonday(day: string): number {
  return ((weekdayNumber(weekday(day)) ?? 0) + 6) % 7;
}

/** Null where the day leaves the years 1–9999. */
function addWithin(day: string, count: number): string | null {
  const time = Date.parse(`${day}T00:00:00Z`) + count * 86_400_000;
  return time < FIRST_TIME || time > LAST_TIME ? null : addDays(day, count);
}

function mondayOf(day: string): string {
  return addDays(day, -daysSinceMonday(day));
}

function interval(from: string | null, to: string | null): string | null {
  return from && to && `${from}/${to}`;
}
