import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { listEntries, type EntryRef } from "#lib/events/data-entries.ts";
import { countriesOf, lanesOf } from "#lib/events/lanes.ts";
import type {
  PicturedEvent,
  TimelineFilter,
  TimelineOrder,
  TimelinePage,
  YearCount,
} from "#lib/events/types.ts";

const TRUE = Prisma.sql`true`;
const all = (conditions: (Prisma.Sql | null | false)[]) =>
  Prisma.join([TRUE, ...conditions.filter((each) => each instanceof Prisma.Sql)], " AND ");

/** Which rows of `events` a filter means. */
function eventCondition({ lanes, topicId, from, to }: TimelineFilter): Prisma.Sql {
  return all([
    from !== null && Prisma.sql`ends_on >= ${from}::date`,
    to !== null && Prisma.sql`starts_on <= ${to}::date`,
    topicId !== null &&
      Prisma.sql`id IN (SELECT event_id FROM event_topics WHERE topic_id = ${topicId})`,
    lanes.length > 0 && Prisma.sql`id IN (${eventIdsIn(countriesOf(lanes))})`,
  ]);
}

/** Which rows of `article_search`, that is of published articles, a filter means. */
function articleCondition({ lanes, topicId, from, to }: TimelineFilter): Prisma.Sql {
  return all([
    from !== null && Prisma.sql`published_on >= ${from}::date`,
    to !== null && Prisma.sql`published_on <= ${to}::date`,
    topicId !== null &&
      Prisma.sql`article_id IN (SELECT article_id FROM article_topics
        WHERE topic_id = ${topicId} AND status <> 'rejected')`,
    lanes.length > 0 && articleLaneCondition(countriesOf(lanes)),
  ]);
}

function eventIdsIn(countries: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM events WHERE place_country = ANY (${countries})
    UNION
    SELECT event_id FROM event_participants JOIN actors ON actors.id = actor_id
    WHERE country = ANY (${countries})`;
}

/** An article is where its events are; one that tells of none, where those it names are. */
function articleLaneCondition(countries: string[]): Prisma.Sql {
  return Prisma.sql`(
    article_id IN (
      SELECT article_id FROM event_articles WHERE event_id IN (${eventIdsIn(countries)}))
    OR (
      article_id NOT IN (SELECT article_id FROM event_articles)
      AND article_id IN (
        SELECT article_id FROM mentions JOIN actors ON actors.id = actor_id
        WHERE country = ANY (${countries}) AND status <> 'rejected')))`;
}

/** One page (from 1) of the events and published articles that a filter means, and how many there are. */
export async function listTimeline(
  filter: TimelineFilter,
  { page, pageSize, order }: { page: number; pageSize: number; order: TimelineOrder },
): Promise<TimelinePage> {
  const direction = order === "newest" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const refs = await database.$queryRaw<(EntryRef & { total: number })[]>`
    WITH entries AS (
      SELECT 'event' AS type, id, starts_on AS day FROM events WHERE ${eventCondition(filter)}
      UNION ALL
      SELECT 'article', article_id::text, published_on FROM article_search
      WHERE ${articleCondition(filter)}
    )
    SELECT type, id, total.count::int AS total
    FROM (SELECT count(*) FROM entries) total
    LEFT JOIN (
      SELECT * FROM entries ORDER BY day ${direction}, type DESC, id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    ) page ON true
    ORDER BY day ${direction}, type DESC, id`;
  const total = refs[0]?.total ?? 0;
  return { entries: await listEntries(refs.filter(({ id }) => id !== null)), total };
}

/**
 * Entries per year for a filter, its dates left out of account, so that each year can be chosen
 * from any other. An entry counts in the year in which it begins; years without any are left out.
 */
export async function listYearCounts(filter: TimelineFilter): Promise<YearCount[]> {
  const anyDay = { ...filter, from: null, to: null };
  return await database.$queryRaw<YearCount[]>`
    SELECT extract(year FROM day)::int AS year,
      count(*) FILTER (WHERE type = 'event')::int AS events,
      count(*) FILTER (WHERE type = 'article')::int AS articles
    FROM (
      SELECT 'event' AS type, starts_on AS day FROM events WHERE ${eventCondition(anyDay)}
      UNION ALL
      SELECT 'article', published_on FROM article_search WHERE ${articleCondition(anyDay)}
    ) entries
    GROUP BY 1 ORDER BY 1`;
}

/** The ids of all events that a filter means, in order of time. */
export async function listEventIds(filter: TimelineFilter): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM events WHERE ${eventCondition(filter)} ORDER BY starts_on, id`;
  return rows.map(({ id }) => id);
}

/** The events that a filter means as the picture of the timeline draws them, in order of time. */
export async function listPicturedEvents(filter: TimelineFilter): Promise<PicturedEvent[]> {
  type Row = Omit<PicturedEvent, "startsOn" | "endsOn" | "lanes"> & {
    startsOn: Date;
    endsOn: Date;
    countries: string[];
  };
  const rows = await database.$queryRaw<Row[]>`
    SELECT starts_on AS "startsOn", ends_on AS "endsOn", verification::text,
      array_remove(array_append((
        SELECT array_agg(DISTINCT country) FROM event_participants
        JOIN actors ON actors.id = actor_id WHERE event_id = events.id
      ), place_country), NULL) AS countries
    FROM events WHERE ${eventCondition(filter)} ORDER BY starts_on, id`;
  return rows.map(({ countries, startsOn, endsOn, verification }) => ({
    startsOn: toCalendarDay(startsOn),
    endsOn: toCalendarDay(endsOn),
    lanes: lanesOf(countries),
    verification,
  }));
}
