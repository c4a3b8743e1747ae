import type { MonthCount } from "#lib/articles/types.ts";
import { daysInMonth, monthName } from "#lib/dates/calendar-day.ts";

/** Past so many months, bars stand for years. */
const MAX_MONTH_BARS = 36;

/** A bar: the days that it covers (`YYYY-MM-DD`, both included) and how many articles there are. */
export type Bar = { key: string; label: string; from: string; to: string; count: number };

/**
 * Counts per month as a row of bars without gaps, by month for a span of up to three years and by
 * year for a longer one. `months` are in order and hold no month without articles.
 */
export function toBars(months: readonly MonthCount[]): Bar[] {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (!first || !last) return [];
  const span = monthIndex(last) - monthIndex(first) + 1;
  return span > MAX_MONTH_BARS ? yearBars(months) : monthBars(months, monthIndex(first), span);
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
      to: `${key}-${daysInMonth(year, month)}`,
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

function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
