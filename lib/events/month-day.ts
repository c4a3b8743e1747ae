import { daysInMonth, MONTH_NAMES, monthName } from "#lib/dates/calendar-day.ts";

/** A day of no particular year. */
export type MonthDay = {
  month: number;
  day: number;
  /** `02-28`. */
  key: string;
  /** `28 February`. */
  label: string;
  path: string;
};

/** Has a 29 February. */
const LEAP_YEAR = 2024;

/** The day of the year that an address names by `02-28`, or null where no year has it. */
export function parseMonthDay(text: string): MonthDay | null {
  if (!/^\d{2}-\d{2}$/.test(text)) return null;
  const [month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > MONTH_NAMES.length || day < 1) return null;
  return day <= daysInMonth(LEAP_YEAR, month) ? toMonthDay(month, day) : null;
}

/** The day of the year of a calendar day (`YYYY-MM-DD`). */
export function monthDayOf(calendarDay: string): MonthDay {
  const [, month = 1, day = 1] = calendarDay.split("-").map(Number);
  return toMonthDay(month, day);
}

/** The days of the year before and after, 29 February among them, round the turn of the year. */
export function monthDaysAround({ month, day }: MonthDay): { previous: MonthDay; next: MonthDay } {
  const near = (offset: number) =>
    new Date(Date.UTC(LEAP_YEAR, month - 1, day + offset)).toISOString().slice(0, 10);
  return { previous: monthDayOf(near(-1)), next: monthDayOf(near(1)) };
}

/** Every day of a month (1–12), 29 February among them. */
export function daysOfMonth(month: number): MonthDay[] {
  return Array.from({ length: daysInMonth(LEAP_YEAR, month) }, (_, i) => toMonthDay(month, i + 1));
}

/** The same day of every month, or the last day of one that is shorter. */
export function sameDayInMonths({ day }: MonthDay): MonthDay[] {
  return MONTH_NAMES.map((_, i) => toMonthDay(i + 1, Math.min(day, daysInMonth(LEAP_YEAR, i + 1))));
}

function toMonthDay(month: number, day: number): MonthDay {
  const key = [month, day].map((number) => String(number).padStart(2, "0")).join("-");
  return { month, day, key, label: `${day} ${monthName(month)}`, path: `/on-this-day/${key}` };
}
