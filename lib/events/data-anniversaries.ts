import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { DATED_TO_THE_DAY } from "#lib/events/data-calendar.ts";
import { listEntries, type EntryRef } from "#lib/events/data-entries.ts";
import { LONGEST_DATED_DAYS } from "#lib/events/day-precision.ts";
import type { TimelineEntry } from "#lib/events/types.ts";

const { sql } = Prisma;

const YEARS_PER_PAGE = 40;
/** A page holds a few of each year; the rest are a link away, on the page of the day. */
const ENTRIES_PER_YEAR = 8;

/** What fell on one day of the calendar: how many entries, and the first of them, events first. */
export type YearOfDay = { day: string; total: number; entries: TimelineEntry[] };

export type OnThisDay = {
  /** The newest first, years without an entry left out. */
  years: YearOfDay[];
  /** Of all years, also those of other pages. */
  total: number;
  yearCount: number;
  pageCount: number;
};

/**
 * One page (from 1) of what fell on a day of the year (`MM-DD`) in any year. An event falls on every
 * day that it covers, if it is dated to the day. Costs a few index look-ups a year.
 */
export async function getOnThisDay(monthDay: string, page: number): Promise<OnThisDay> {
  const counts = await database.$queryRaw<{ day: Date; total: number }[]>`
    SELECT day, total::int FROM (${inEveryYear([monthDay])}) days CROSS JOIN LATERAL (
      SELECT (SELECT count(*) FROM article_search WHERE published_on = day)
        + (SELECT count(*) FROM events WHERE ${coversDay()}) AS total
    ) counted
    WHERE total > 0 ORDER BY day DESC`;
  const ofPage = counts.slice((page - 1) * YEARS_PER_PAGE, page * YEARS_PER_PAGE);
  const entriesByDay = await listFirstEntries(ofPage.map(({ day }) => toCalendarDay(day)));
  return {
    years: ofPage.map(({ day, total }) => {
      const calendarDay = toCalendarDay(day);
      return { day: calendarDay, total, entries: entriesByDay.get(calendarDay) ?? [] };
    }),
    total: counts.reduce((sum, { total }) => sum + total, 0),
    yearCount: counts.length,
    pageCount: Math.ceil(counts.length / YEARS_PER_PAGE),
  };
}

/**
 * Up to `limit` entries that fell on one of these days of the year (`MM-DD`) in any year: those
 * of the first of these days first, the newest of a day first. An event falls on its first day only.
 */
export async function listAnniversaries(
  monthDays: readonly string[],
  limit: number,
): Promise<TimelineEntry[]> {
  const refs = await database.$queryRaw<EntryRef[]>`
    SELECT type, id FROM (${inEveryYear(monthDays)}) days CROSS JOIN LATERAL (
      SELECT 'event' AS type, id FROM events WHERE starts_on = day AND ${DATED_TO_THE_DAY}
      UNION ALL
      (SELECT 'article', article_id::text FROM article_search
        WHERE published_on = day ORDER BY article_id LIMIT ${limit})
    ) entries
    ORDER BY position, day DESC, type DESC, id
    LIMIT ${limit}`;
  return await listEntries(refs);
}

/**
 * `position` in the list and `day` of each of these days of the year, in every year from the first to
 * the last of which there is something. So each day is looked up in an index, where asking every row
 * for its day of the year would read the whole archive.
 */
function inEveryYear(monthDays: readonly string[]): Prisma.Sql {
  return sql`
    SELECT position, day FROM (
      SELECT extract(year FROM least(
          (SELECT min(published_on) FROM article_search), (SELECT min(starts_on) FROM events)))::int AS first,
        extract(year FROM greatest(
          (SELECT max(published_on) FROM article_search), (SELECT max(ends_on) FROM events)))::int AS last
    ) span
    CROSS JOIN generate_series(first, last) AS year
    CROSS JOIN unnest(${[...monthDays]}::text[]) WITH ORDINALITY AS given (month_day, position)
    CROSS JOIN LATERAL (
      SELECT make_date(year, left(month_day, 2)::int, 1) + right(month_day, 2)::int - 1 AS day
    ) each
    -- 29 February is a day of some years only.
    WHERE to_char(day, 'MM-DD') = month_day`;
}

/** Of a row of `events`, beside a `day`. */
function coversDay(): Prisma.Sql {
  return sql`starts_on BETWEEN day - ${LONGEST_DATED_DAYS}::int AND day AND ends_on >= day
    AND ${DATED_TO_THE_DAY}`;
}

async function listFirstEntries(days: readonly string[]): Promise<Map<string, TimelineEntry[]>> {
  const refs = await database.$queryRaw<(EntryRef & { day: Date })[]>`
    SELECT day, type, id FROM unnest(${days.map(toDateColumn)}::date[]) AS day CROSS JOIN LATERAL (
      SELECT 'event' AS type, id FROM events WHERE ${coversDay()}
      UNION ALL
      (SELECT 'article', article_id::text FROM article_search
        WHERE published_on = day ORDER BY article_id LIMIT ${ENTRIES_PER_YEAR})
      ORDER BY type DESC, id LIMIT ${ENTRIES_PER_YEAR}
    ) entries
    ORDER BY day DESC, type DESC, id`;
  const entries = await listEntries(refs);
  const dayOf = new Map(refs.map(({ type, id, day }) => [`${type} ${id}`, toCalendarDay(day)]));
  const entriesByDay = new Map<string, TimelineEntry[]>(days.map((day) => [day, []]));
  for (const entry of entries)
    entriesByDay.get(dayOf.get(`${entry.type} ${entry.id}`) ?? "")?.push(entry);
  return entriesByDay;
}
