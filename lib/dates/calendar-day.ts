/**
 * Calendar days as `YYYY-MM-DD` strings. A day of a publication is never shifted by anyone's time
 * zone, so nothing here goes through a local `Date`; what arithmetic there is runs in UTC.
 */

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const WEEKDAY_NAMES = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

export type Weekday = (typeof WEEKDAY_NAMES)[number];
export type DayParts = { year: number; month: number; day: number };

/** How many days a month has (month 1–12), leap years counted. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day as `YYYY-MM-DD`, or null where the calendar has no such day (years 1–9999). */
export function toDay({ year, month, day }: DayParts): string | null {
  const numbers = [year, month, day];
  if (!numbers.every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** True for a `YYYY-MM-DD` that the calendar has: not for `2025-02-30`, not for `2025-2-3`. */
export function isCalendarDay(text: string): boolean {
  return partsOrNull(text) !== null;
}

/** Year, month (1–12) and day of a calendar day. Throws `RangeError` when it is not one. */
export function dayParts(day: string): DayParts {
  const parts = partsOrNull(day);
  if (!parts) throw new RangeError(`Not a calendar day: ${day}`);
  return parts;
}

/** The day `count` days later (earlier when negative). Throws `RangeError` when `day` is no day. */
export function addDays(day: string, count: number): string {
  return new Date(utcMs(day) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day that a `@db.Date` column holds: Prisma gives it as midnight in UTC. */
export function toCalendarDay(column: Date): string {
  return column.toISOString().slice(0, 10);
}

/** A day as a `@db.Date` column takes it. Throws `RangeError` when `day` is no day. */
export function toDateColumn(day: string): Date {
  return new Date(utcMs(day));
}

/** The weekday of a day in the Gregorian calendar. Throws `RangeError` when `day` is no day. */
export function weekday(day: string): Weekday {
  return WEEKDAY_NAMES[new Date(utcMs(day)).getUTCDay()] as Weekday;
}

/**
 * A day in British English: `27 February 2025`, or `27 Feb 2025` when short. What is not a calendar
 * day comes back unchanged, since a page must still render.
 */
export function formatDay(day: string, length: "long" | "short" = "long"): string {
  const parts = partsOrNull(day);
  if (!parts) return day;
  return `${parts.day} ${monthName(parts.month, length)} ${parts.year}`;
}

/** The English name of a month 1–12: `September`, short `Sept`; the rest shorten to three letters. */
export function monthName(month: number, length: "long" | "short" = "long"): string {
  const name = MONTH_NAMES[month - 1];
  if (!name) throw new RangeError(`Not a month: ${month}`);
  if (length === "long") return name;
  return month === 9 ? "Sept" : name.slice(0, 3);
}

/** The first and the last day of a month, e.g. for a range that covers it. */
export function monthRange(year: number, month: number): { start: string; end: string } | null {
  const start = toDay({ year, month, day: 1 });
  const end = start && toDay({ year, month, day: daysInMonth(year, month) });
  return start && end ? { start, end } : null;
}

function partsOrNull(text: string): DayParts | null {
  const match = DAY_PATTERN.exec(text);
  if (!match) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return toDay(parts) === text ? parts : null;
}

function utcMs(day: string): number {
  dayParts(day);
  return Date.parse(`${day}T00:00:00Z`);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
