import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { listEntries } from "#lib/events/data-entries.ts";
import { eventCondition } from "#lib/events/data-timeline.ts";
import { daysOfYears, MEETING_KINDS, type MeetingsQuery } from "#lib/events/schema-map.ts";
import type { TimelineEntry } from "#lib/events/types.ts";

/** Enough for how often each of many met each; a page lists the first of them. */
const PAIRS_READ = 3_000;
const MEETINGS_SHOWN = 200;

export type MeetingPerson = { id: string; name: string; country: string | null };

export type MeetingPair = {
  one: MeetingPerson;
  other: MeetingPerson;
  count: number;
  /** First days of their meetings, in order. */
  days: string[];
};

export type Meetings = {
  /** Those who met most often first. */
  pairs: MeetingPair[];
  pairCount: number;
  /** Whom the address asks for, as far as the archive knows them. */
  who: MeetingPerson[];
  /** The meetings of two who are asked for, newest first; null where not two are. */
  together: { total: number; entries: TimelineEntry[] } | null;
};

type PairRow = {
  oneId: string;
  otherId: string;
  count: number;
  days: Date[];
  pairCount: number;
};

/** Which people took part in the same meetings, summits, visits, negotiations and calls, and when. */
export async function getMeetings(query: MeetingsQuery): Promise<Meetings> {
  const who = await readPeople(query.who);
  const ids = who.map(({ id }) => id);
  const rows = await listPairs(query, ids);
  const people = await readPeople(rows.flatMap(({ oneId, otherId }) => [oneId, otherId]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const pairs = rows.flatMap(({ oneId, otherId, count, days }) => {
    const [one, other] = [personOf.get(oneId), personOf.get(otherId)];
    return one && other ? [{ one, other, count, days: days.map(toCalendarDay) }] : [];
  });
  return {
    pairs,
    pairCount: rows[0]?.pairCount ?? 0,
    who: query.who.flatMap((id) => who.find((person) => person.id === id) ?? []),
    together: ids.length === 2 ? await listTogether(query, ids) : null,
  };
}

function meetings(query: MeetingsQuery): Prisma.Sql {
  const filter = { lanes: query.lane, topicId: null, ...daysOfYears(query) };
  return Prisma.sql`SELECT id, starts_on FROM events
    WHERE kind::text = ANY(${[...MEETING_KINDS]}) AND ${eventCondition(filter)}`;
}

/** Of one person, their pairs; of two, theirs. */
async function listPairs(query: MeetingsQuery, ids: readonly string[]): Promise<PairRow[]> {
  const isWanted =
    ids.length === 0
      ? Prisma.sql`true`
      : ids.length === 1
        ? Prisma.sql`${ids[0]} IN (one.actor_id, other.actor_id)`
        : Prisma.sql`one.actor_id = ANY(${[...ids]}) AND other.actor_id = ANY(${[...ids]})`;
  return await database.$queryRaw<PairRow[]>`
    WITH people AS MATERIALIZED (
      SELECT event_id, actor_id, starts_on FROM (${meetings(query)}) met
      JOIN event_participants ON event_id = met.id
      JOIN actors ON actors.id = actor_id AND actors.kind = 'person'
    )
    SELECT one.actor_id AS "oneId", other.actor_id AS "otherId", count(*)::int AS count,
      array_agg(one.starts_on ORDER BY one.starts_on) AS days,
      (count(*) OVER ())::int AS "pairCount"
    FROM people one JOIN people other
      ON other.event_id = one.event_id AND other.actor_id > one.actor_id
    WHERE ${isWanted}
    GROUP BY 1, 2 ORDER BY count DESC, max(one.starts_on) DESC, 1, 2
    LIMIT ${PAIRS_READ}`;
}

async function listTogether(query: MeetingsQuery, ids: readonly string[]) {
  const rows = await database.$queryRaw<{ id: string; total: number }[]>`
    SELECT met.id, (count(*) OVER ())::int AS total FROM (${meetings(query)}) met
    WHERE (SELECT count(*) FROM event_participants
      WHERE event_id = met.id AND actor_id = ANY(${[...ids]})) = ${ids.length}
    ORDER BY starts_on DESC, met.id LIMIT ${MEETINGS_SHOWN}`;
  const refs = rows.map(({ id }) => ({ type: "event" as const, id }));
  return { total: rows[0]?.total ?? 0, entries: await listEntries(refs) };
}

/** People by id; of one merged away, whom it was merged into is not looked for. */
async function readPeople(ids: readonly string[]): Promise<MeetingPerson[]> {
  return await database.actor.findMany({
    where: { id: { in: [...new Set(ids)] }, kind: "person" },
    select: { id: true, name: true, country: true },
  });
}
