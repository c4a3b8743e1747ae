/** The day that a news text means where it names only a part of one: "Friday", "Nov. 13". */
import { addDays, dayParts, toDay, weekday } from "#lib/dates/calendar-day.ts";
import { weekdayNumber } from "#lib/dates/date-words.ts";
import type { Direction } from "./tense.ts";

const MS_PER_DAY = 86_400_000;
/** Without a year, a day so near ahead is meant rather than one so long ago. */
const NEAR = 92;
const LONG_AGO = 183;
/** So far the wrong way a date without a year is not written, whatever the verb beside it says. */
const TOO_FAR = 300;
const CLOSE = 65;

/** The weekday (0 Sunday to 6) on or before `day`, or on or after it where the text looks ahead. */
export function nearestWeekday(day: string, wanted: number, direction: Direction): string {
  const back = (weekdayOf(day) - wanted + 7) % 7;
  return addDays(day, direction === "future" && back > 0 ? 7 - back : -back);
}

/** The last such weekday before `day`. */
export function weekdayBefore(day: string, wanted: number): string {
  return addDays(day, -((weekdayOf(day) - wanted + 6) % 7) - 1);
}

/** The first such weekday after `day`. */
export function weekdayAfter(day: string, wanted: number): string {
  return addDays(day, ((wanted - weekdayOf(day) + 6) % 7) + 1);
}

/**
 * The day of a date without its year, by the verb beside it and by what is near; where a weekday
 * stands with it, the nearest year in which the date falls on that weekday. Null for no date.
 */
export function nearestDate(
  today: string,
  { month, day, weekday: named }: { month: number; day: number; weekday?: number | undefined },
  direction: Direction,
): string | null {
  const { year } = dayParts(today);
  const days = [year - 1, year, year + 1].flatMap(
    (each) => toDay({ year: each, month, day }) ?? [],
  );
  const onWeekday = days.filter((each) => named !== undefined && weekdayOf(each) === named);
  if (onWeekday.length > 0) return closest(onWeekday, today);
  const past = days.findLast((each) => each <= today);
  const next = days.find((each) => each >= today);
  if (past === undefined || next === undefined) return past ?? next ?? null;
  const [ago, ahead] = [distance(past, today), distance(next, today)];
  if (direction === "future") return ahead > TOO_FAR && ago < CLOSE ? past : next;
  if (direction === "past") return ago > TOO_FAR && ahead < CLOSE ? next : past;
  return ahead <= NEAR && ago > LONG_AGO ? next : past;
}

/** The year of a month without one: the last that has begun, the next where the text looks ahead. */
export function nearestYear(today: string, month: number, direction: Direction): number {
  const { year, month: current } = dayParts(today);
  if (direction === "future") return month < current ? year + 1 : year;
  return month > current ? year - 1 : year;
}

function closest(days: readonly string[], today: string): string | null {
  const sorted = days.toSorted((a, b) => distance(a, today) - distance(b, today));
  return sorted[0] ?? null;
}

function distance(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / MS_PER_DAY;
}

function weekdayOf(day: string): number {
  return weekdayNumber(weekday(day)) ?? 0;
}
