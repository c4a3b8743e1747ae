import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { EVENT_ENTRY_SELECT, toEventEntry } from "#lib/events/data-entries.ts";
import { eventCondition } from "#lib/events/data-timeline.ts";
import type { EventKind } from "#lib/events/schema.ts";
import type { EventEntry, TimelineFilter } from "#lib/events/types.ts";
import { weightOf } from "#lib/events/weight.ts";

const { sql } = Prisma;

/** Which events a list holds: those that meet every condition given; of lanes and kinds, any. */
export type EventFilter = TimelineFilter & {
  kinds: EventKind[];
  actorId: string | null;
  /** The name of a place, whole. */
  place: string | null;
  minWeight: number;
};

export type EventOrder = "oldest" | "newest" | "weight";

export type ListedEvent = EventEntry & {
  placeCountry: string | null;
  latitude: number | null;
  longitude: number | null;
  importance: number;
  lift: number;
  weight: number;
};

/** As `weightOf` has it. */
const WEIGHT = sql`least(100, greatest(0, importance + ${weightOf({ importance: 50, lift: 1 }) - 50}::int * lift))`;
const ORDERS: Readonly<Record<EventOrder, Prisma.Sql>> = {
  oldest: sql`starts_on, id`,
  newest: sql`starts_on DESC, id`,
  weight: sql`${WEIGHT} DESC, starts_on DESC, id`,
};

/** One page (from 1) of the events that meet a filter, and how many there are. */
export async function listEvents(
  filter: EventFilter,
  { page, pageSize, order }: { page: number; pageSize: number; order: EventOrder },
): Promise<{ items: ListedEvent[]; total: number }> {
  const where = toCondition(filter);
  const [found, [counted]] = await Promise.all([
    database.$queryRaw<{ id: string }[]>`
      SELECT id FROM events WHERE ${where} ORDER BY ${ORDERS[order]}
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    database.$queryRaw<[{ total: number }]>`
      SELECT count(*)::int AS total FROM events WHERE ${where}`,
  ]);
  return { items: await readListed(found.map(({ id }) => id)), total: counted.total };
}

function toCondition(filter: EventFilter): Prisma.Sql {
  const { kinds, actorId, place, minWeight } = filter;
  const conditions = [
    eventCondition(filter),
    ...(kinds.length > 0 ? [sql`kind::text = ANY(${kinds})`] : []),
    ...(actorId
      ? [sql`id IN (SELECT event_id FROM event_participants WHERE actor_id = ${actorId})`]
      : []),
    ...(place ? [sql`lower(place_name) = lower(${place})`] : []),
    ...(minWeight > 0 ? [sql`${WEIGHT} >= ${minWeight}`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

async function readListed(ids: readonly string[]): Promise<ListedEvent[]> {
  const rows = await database.event.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...EVENT_ENTRY_SELECT,
      ...{ latitude: true, longitude: true, importance: true, lift: true },
    },
  });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    if (!row) return [];
    const { placeCountry, latitude, longitude, importance, lift } = row;
    const weight = weightOf({ importance, lift });
    return { ...toEventEntry(row), placeCountry, latitude, longitude, importance, lift, weight };
  });
}
