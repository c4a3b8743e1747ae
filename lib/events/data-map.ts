import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { distanceKm, type MappedPlace } from "#lib/events/cluster-places.ts";
import { listEntries } from "#lib/events/data-entries.ts";
import { eventCondition } from "#lib/events/data-timeline.ts";
import { daysOfYears, MEETING_KINDS, type MapQuery } from "#lib/events/schema-map.ts";
import type { TimelineEntry } from "#lib/events/types.ts";

const EVENTS_SHOWN = 100;

/** A place with what happened there. Days are `YYYY-MM-DD`. */
export type PlaceWithEvents = MappedPlace & { firstDay: string; lastDay: string };

export type EventsByPlace = {
  /** Those with most events first. */
  places: PlaceWithEvents[];
  total: number;
  /** How many have no point on a map: calls, what was done in several places, what is not known. */
  unplacedCount: number;
  /** The events at the place that was asked for, newest first; null where none was. */
  chosen: { name: string; total: number; entries: TimelineEntry[] } | null;
};

type Row = {
  id: string;
  startsOn: Date;
  name: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
};
type Located = Row & { name: string; latitude: number; longitude: number };

/** The events of a query by place, and those at one place or around it. */
export async function getEventsByPlace(query: MapQuery): Promise<EventsByPlace> {
  const filter = { lanes: query.lane, topicId: null, ...daysOfYears(query) };
  const isOfKind = query.only
    ? Prisma.sql`kind::text = ANY(${[...MEETING_KINDS]})`
    : Prisma.sql`true`;
  const rows = await database.$queryRaw<Row[]>`
    SELECT id, starts_on AS "startsOn", place_name AS name, place_country AS country,
      latitude, longitude
    FROM events WHERE ${eventCondition(filter)} AND ${isOfKind} ORDER BY starts_on DESC, id`;
  const located = rows.filter((row): row is Located => row.name !== null && row.latitude !== null);
  return {
    places: gatherPlaces(located),
    total: rows.length,
    unplacedCount: rows.length - located.length,
    chosen: query.place ? await listAround(located, query.place, query.within) : null,
  };
}

function gatherPlaces(located: readonly Located[]): PlaceWithEvents[] {
  const byPlace = Map.groupBy(located, ({ name, country }) => `${name}\n${country ?? ""}`);
  return [...byPlace.values()]
    .map((rows) => {
      const [latest, earliest] = [rows[0] as Located, rows.at(-1) as Located];
      const { name, country, latitude, longitude } = latest;
      return {
        ...{ name, country, latitude, longitude, count: rows.length },
        firstDay: toCalendarDay(earliest.startsOn),
        lastDay: toCalendarDay(latest.startsOn),
      };
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

async function listAround(located: readonly Located[], name: string, withinKm: number) {
  const centre = located.find((row) => row.name === name);
  const around = centre
    ? located.filter((row) => row.name === name || distanceKm(centre, row) <= withinKm)
    : [];
  const refs = around.slice(0, EVENTS_SHOWN).map(({ id }) => ({ type: "event" as const, id }));
  return { name, total: around.length, entries: await listEntries(refs) };
}
