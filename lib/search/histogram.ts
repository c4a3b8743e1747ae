import type { MonthCount } from "#lib/articles/types.ts";
import { addDays, daysInMonth, formatDay, monthName } from "#lib/dates/calendar-day.ts";

/** Past so many months, bars stand for years. */
const MAX_MONTH_BARS = 36;
/** Two months; past so many days, bars stand for months. */
export const MAX_DAY_BARS = 62;
const MS_PER_DAY = 86_400_000;

/** A bar: the days that it covers (`YYYY-MM-DD`, both included) and how many articles there are. */
export type Bar = { key: string; label: string; from: string; to: string; count: number };
/** `day` is `YYYY-MM-DD`. */
export type DayCount = { day: string; count: number };
/** Days that were chosen, both included; null: that side is open. */
export type ChosenDays = { from: string | null; to: string | null };

const ANY_DAY: ChosenDays = { from: null, to: null };

/**
 * Counts per month as a row of bars without gaps, by month for a span of up to three years and by
 * year for a longer one. `months` are in order and hold no month without articles. Months that were
 * chosen are shown from the first to the last, with or without articles.
 */
export function toBars(months: readonly MonthCount[], chosen: ChosenDays = ANY_DAY): Bar[] {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (!first || !last) return [];
  const found = [monthIndex(first), monthIndex(last)] as const;
  const from = Math.min(chosen.from ? monthIndex(chosen.from) : found[0], found[0]);
  const to = Math.max(chosen.to ? monthIndex(chosen.to) : found[1], found[1]);
  if (to - from < MAX_MONTH_BARS) return monthBars(months, from, to - from + 1);
  const span = found[1] - found[0] + 1;
  return span > MAX_MONTH_BARS ? yearBars(months) : monthBars(months, found[0], span);
}

/** Counts per day as a row of bars from the first of these days to the last, without gaps. */
export function toDayBars(days: readonly DayCount[], { from, to }: DaySpan): Bar[] {
  const countByDay = new Map(days.map(({ day, count }) => [day, count]));
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => {
    const key = addDays(from, i);
    return { key, label: formatDay(key), from: key, to: key, count: countByDay.get(key) ?? 0 };
  });
}

type DaySpan = { from: string; to: string };

/**
 * The days over which a search is counted day by day: those that were chosen where these are few,
 * or those of the one or two months in which all that was found lies. Null: it is counted by month.
 */
export function daysToCount(chosen: ChosenDays, months: readonly MonthCount[]): DaySpan | null {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (!first || !last) return null;
  const { from, to } = chosen;
  if (from && to && daysBetween(from, to) < MAX_DAY_BARS) return { from, to };
  // A year that was chosen is shown by its months, however few of them have articles.
  if (from && to && monthIndex(to) - monthIndex(from) < MAX_MONTH_BARS) return null;
  if (monthIndex(last) - monthIndex(first) > 1) return null;
  return chosenWithin(chosen, `${first}-01`, endOfMonth(last));
}

function chosenWithin({ from, to }: ChosenDays, first: string, last: string): DaySpan {
  return { from: from && from > first ? from : first, to: to && to < last ? to : last };
}

function monthBars(months: readonly MonthCount[], first: number, span: number): Bar[] {
  const countByMonth = new Map(months.map(({ month, count }) => [month, count]));
  return Array.from({ length: span }, (_, i) => {
    const year = Math.floor((first + i) / 12);
    const month = ((first + i) % 12) + 1;
    const key = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    return {
      key,
      label: `${monthName(month)} ${year}`,
      from: `${key}-01`,
      to: endOfMonth(key),
      count: countByMonth.get(key) ?? 0,
    };
  });
}

function yearBars(months: readonly MonthCount[]): Bar[] {
  const countByYear = new Map<number, number>();
  for (const { month, count } of months) {
    const year = Number(month.slice(0, 4));
    countByYear.set(year, (countByYear.get(year) ?? 0) + count);
  }
  const [first = 0, last = 0] = [Math.min(...countByYear.keys()), Math.max(...countByYear.keys())];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const key = String(first + i).padStart(4, "0");
    const count = countByYear.get(first + i) ?? 0;
    return { key, label: String(first + i), from: `${key}-01-01`, to: `${key}-12-31`, count };
  });
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function endOfMonth(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
