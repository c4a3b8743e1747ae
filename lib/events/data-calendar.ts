import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { LONGEST_DATED_DAYS, WHOLE_DAY_PATTERN } from "#lib/events/day-precision.ts";
import type { DayCount, DayNeighbours } from "#lib/events/types.ts";

/** `isDatedToTheDay` over a row of `events`. */
export const DATED_TO_THE_DAY = Prisma.sql`(
  date ~ ${WHOLE_DAY_PATTERN} AND ends_on - starts_on <= ${LONGEST_DATED_DAYS}::int)`;

type DayRange = { from: string; to: string };

/**
 * How many entries each day of a range has, days without any left out. An event counts on every
 * day that it covers, if it is dated to the day.
 */
export async function listDayCounts({ from, to }: DayRange): Promise<DayCount[]> {
  const rows = await database.$queryRaw<{ day: Date; count: number }[]>`
    SELECT day, count(*)::int AS count FROM (
      SELECT published_on AS day FROM article_search
      WHERE published_on BETWEEN ${from}::date AND ${to}::date
      UNION ALL
      SELECT generate_series(
        greatest(starts_on, ${from}::date), least(ends_on, ${to}::date), '1 day')::date
      FROM events
      WHERE starts_on <= ${to}::date AND ends_on >= ${from}::date AND ${DATED_TO_THE_DAY}
    ) entries
    GROUP BY day ORDER BY day`;
  return rows.map(({ day, count }) => ({ day: toCalendarDay(day), count }));
}

/**
 * The nearest days before and after a range on which there is something. For a single day only
 * events dated to the day count; for a month or a year, every event that reaches into it.
 */
export async function getDayNeighbours({ from, to }: DayRange): Promise<DayNeighbours> {
  const counted = from === to ? DATED_TO_THE_DAY : Prisma.sql`true`;
  const [row] = await database.$queryRaw<{ previous: Date | null; next: Date | null }[]>`
    SELECT
      greatest(
        (SELECT max(published_on) FROM article_search WHERE published_on < ${from}::date),
        (SELECT max(least(ends_on, ${from}::date - 1)) FROM events
         WHERE starts_on < ${from}::date AND ${counted})) AS previous,
      least(
        (SELECT min(published_on) FROM article_search WHERE published_on > ${to}::date),
        (SELECT min(greatest(starts_on, ${to}::date + 1)) FROM events
         WHERE ends_on > ${to}::date AND ${counted})) AS next`;
  return {
    previous: row?.previous ? toCalendarDay(row.previous) : null,
    next: row?.next ? toCalendarDay(row.next) : null,
  };
}
