/** Events as files carry them. */
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { EVENT_ENTRY_SELECT, toEventEntry } from "#lib/events/data-entries.ts";
import { getLane } from "#lib/events/lanes.ts";
import type { RecordedEvent } from "#lib/events/types-record.ts";

const RECORD_SELECT = {
  ...EVENT_ENTRY_SELECT,
  latitude: true,
  longitude: true,
  facts: true,
  updatedAt: true,
  participants: {
    select: { actorId: true, role: true, actor: { select: { name: true, country: true } } },
    orderBy: { position: "asc" },
  },
  sources: {
    select: { publisher: true, title: true, url: true, stateMedia: true },
    orderBy: { position: "asc" },
  },
  topics: { select: { topic: { select: { label: true } } }, orderBy: { topic: { label: "asc" } } },
  relatedTo: { select: { relatedId: true } },
  relatedFrom: { select: { eventId: true } },
} satisfies Prisma.EventSelect;

/** The events with these ids, in their order; one that has just gone is left out. */
export async function listRecordedEvents(ids: readonly string[]): Promise<RecordedEvent[]> {
  const rows = await database.event.findMany({
    where: { id: { in: [...ids] } },
    select: RECORD_SELECT,
  });
  const events = new Map(rows.map((row) => [row.id, toRecordedEvent(row)]));
  return ids.flatMap((id) => events.get(id) ?? []);
}

function toRecordedEvent(
  row: Prisma.EventGetPayload<{ select: typeof RECORD_SELECT }>,
): RecordedEvent {
  const { participants, topics, relatedTo, relatedFrom, placeCountry, updatedAt, ...rest } = row;
  const { sources, facts, latitude, longitude } = rest;
  const related = [
    ...relatedTo.map(({ relatedId }) => relatedId),
    ...relatedFrom.map(({ eventId }) => eventId),
  ];
  const entry = toEventEntry(row);
  return {
    ...entry,
    laneNames: entry.lanes.map((id) => getLane(id).name),
    ...{ placeCountry, latitude, longitude, facts, sources },
    participants: participants.map(({ actorId, role, actor }) => ({
      ...{ name: actor.name, role, actorId },
    })),
    topics: topics.map(({ topic }) => topic.label),
    related: [...new Set(related)].sort(),
    updatedAt: updatedAt.toISOString(),
  };
}
