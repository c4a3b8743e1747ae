/** An event as it is edited. */
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { eventSnapshotSchema, type EventSnapshot } from "#lib/events/schema-editing.ts";

const BY_POSITION = { position: "asc" } as const;
const STATE_SELECT = {
  ...{ title: true, kind: true, date: true, placeName: true, placeCountry: true },
  ...{ latitude: true, longitude: true, facts: true, lift: true },
  ...{ version: true, updatedAt: true, verification: true, importance: true },
  participants: { select: { actorId: true, role: true }, orderBy: BY_POSITION },
  sources: {
    select: { publisher: true, title: true, url: true, stateMedia: true },
    orderBy: BY_POSITION,
  },
  topics: { select: { topicId: true }, orderBy: { topicId: "asc" } },
  relatedTo: { select: { relatedId: true } },
  relatedFrom: { select: { eventId: true } },
  articles: { select: { articleId: true }, orderBy: { articleId: "asc" } },
} satisfies Prisma.EventSelect;

export type EventState = {
  fields: EventSnapshot;
  /** Counts saves. */
  version: number;
  updatedAt: Date;
  verification: "to_verify" | "verified";
  importance: number;
};

/** The event as it stands; null where there is none. */
export async function getEventState(
  id: string,
  reader: Transaction = database,
): Promise<EventState | null> {
  const row = await reader.event.findUnique({ where: { id }, select: STATE_SELECT });
  if (!row) return null;
  const { version, updatedAt, verification, importance, ...fields } = row;
  const { topics, relatedTo, relatedFrom, articles, ...own } = fields;
  const related = [
    ...relatedTo.map(({ relatedId }) => relatedId),
    ...relatedFrom.map(({ eventId }) => eventId),
  ];
  return {
    ...{ version, updatedAt, verification, importance },
    fields: {
      ...own,
      topics: topics.map(({ topicId }) => topicId),
      related: [...new Set(related)].sort(),
      articles: articles.map(({ articleId }) => articleId),
    },
  };
}

/** A saved state by its number; null where none was kept, or it cannot be read any more. */
export async function getEventRevision(
  eventId: string,
  number: number,
  reader: Transaction = database,
): Promise<EventSnapshot | null> {
  const row = await reader.eventRevision.findUnique({
    where: { eventId_number: { eventId, number } },
    select: { snapshot: true },
  });
  return eventSnapshotSchema.safeParse(row?.snapshot).data ?? null;
}

/** How often an event was saved; 0 where there is none. */
export async function getEventVersion(id: string): Promise<number> {
  const row = await database.event.findUnique({ where: { id }, select: { version: true } });
  return row?.version ?? 0;
}
