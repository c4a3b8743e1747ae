/** Events that come from a file: stored together, and taken back together. */
import { z } from "zod";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { AppError } from "#lib/errors.ts";
import { resolvedEventSchema, type ResolvedEvent } from "#lib/events/types-record.ts";
import { firstFreeSlug } from "#lib/text/slug.ts";

const LOCK = "event imports";
const TIMEOUT_MS = 60_000;

export type EventImportFile = { name: string; format: "csv" | "timelinejs" };

/**
 * Stores events as to be verified, in one transaction, and returns the id of the import and those of
 * the events: their own, or with a number where an event here has it already. Throws `AppError`
 * "invalid_input" where there is none.
 */
export async function importEvents(
  events: readonly ResolvedEvent[],
  file: EventImportFile,
  actor: Actor,
): Promise<{ importId: string; eventIds: string[] }> {
  if (events.length === 0)
    throw new AppError("invalid_input", "No event is left to import. Nothing was stored.");
  return writeWithAudit(
    actor,
    async (tx, record) => {
      await holdLock(tx, LOCK);
      const importId = uuid7();
      const stored = await insertEvents(tx, await withFreeIds(tx, events));
      await tx.eventImport.create({
        data: { id: importId, ...file, importedById: actor.userId, events: stored },
        select: { id: true },
      });
      const details = { name: file.name, format: file.format, events: stored.length };
      record({
        action: "event_import.create",
        subject: "event_import",
        subjectId: importId,
        details,
      });
      return { importId, eventIds: stored.map(({ id }) => id) };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/**
 * Takes an import back: its events go, but for those that somebody verified, changed, linked with an
 * article, or told or judged by in a story or a commitment meanwhile. Returns how many went and how many stay. Throws `AppError` "not_found" and, where
 * it was taken back before, "conflict".
 */
export async function undoEventImport(
  importId: string,
  actor: Actor,
): Promise<{ removed: number; kept: number }> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, LOCK);
    const { undoneAt, ids } = await requireImport(tx, importId);
    if (undoneAt) throw new AppError("conflict", "This import was taken back before.");
    const { count: removed } = await tx.event.deleteMany({
      where: {
        id: { in: ids },
        verification: "to_verify",
        ...{ articles: { none: {} }, storySteps: { none: {} }, storyCitations: { none: {} } },
        ...{ commitments: { none: {} }, evidenceOf: { none: {} } },
        relatedFrom: { none: { eventId: { notIn: ids } } },
        relatedTo: { none: { relatedId: { notIn: ids } } },
        updatedAt: { lte: tx.event.fields.createdAt },
      },
    });
    await tx.eventImport.update({ where: { id: importId }, data: { undoneAt: new Date() } });
    const kept = await tx.event.count({ where: { id: { in: ids } } });
    const details = { removed, kept };
    record({ action: "event_import.undo", subject: "event_import", subjectId: importId, details });
    return { removed, kept };
  });
}

/**
 * Stores the events of an import that was taken back anew, and returns how many; one whose id is here
 * or in the bin is left as it is. Throws `AppError` "not_found" and, where it was not taken back, "conflict".
 */
export async function redoEventImport(importId: string, actor: Actor): Promise<number> {
  return writeWithAudit(
    actor,
    async (tx, record) => {
      await holdLock(tx, LOCK);
      const { undoneAt, ids, events } = await requireImport(tx, importId);
      if (!undoneAt) throw new AppError("conflict", "This import was not taken back.");
      const named = { where: { id: { in: ids } }, select: { id: true } };
      const here = await tx.event.findMany(named);
      const binned = await tx.deletedEvent.findMany(named);
      const known = new Set([...here, ...binned].map(({ id }) => id));
      const stored = await insertEvents(
        tx,
        events.filter(({ id }) => !known.has(id)),
      );
      if (stored.length === 0)
        throw new AppError("conflict", "All of its events are in the archive or its bin again.");
      // What is taken back the next time is what this one stored.
      await tx.eventImport.update({
        where: { id: importId },
        data: { undoneAt: null, events: stored },
      });
      const details = { events: stored.length };
      record({
        action: "event_import.redo",
        subject: "event_import",
        subjectId: importId,
        details,
      });
      return stored.length;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function requireImport(tx: Transaction, id: string) {
  const found = await tx.eventImport.findUnique({
    where: { id },
    select: { undoneAt: true, events: true },
  });
  if (!found) throw new AppError("not_found", "There is no such import.");
  const events = z.array(resolvedEventSchema).parse(found.events);
  return { undoneAt: found.undoneAt, events, ids: events.map((event) => event.id) };
}

/** Events that belong together keep doing so where one of them gets another id. */
async function withFreeIds(
  tx: Transaction,
  events: readonly ResolvedEvent[],
): Promise<ResolvedEvent[]> {
  const asked = events.map(({ id }) => id);
  const here = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id FROM events UNION ALL SELECT id FROM deleted_events) taken
    WHERE id = ANY (${asked}) OR regexp_replace(id, '-[0-9]+$', '') = ANY (${asked})`;
  const taken = new Set(here.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id } of events) {
    const free = firstFreeSlug(id, (candidate) => taken.has(candidate));
    taken.add(free);
    ids.set(id, free);
  }
  const idNow = (id: string) => ids.get(id) ?? id;
  return events.map((event) => ({
    ...event,
    id: idNow(event.id),
    related: event.related.map(idNow),
  }));
}

/** Stores them with what hangs on them, as far as that is here, and returns them as stored. */
async function insertEvents(
  tx: Transaction,
  events: readonly ResolvedEvent[],
): Promise<ResolvedEvent[]> {
  const known = await readKnown(tx, events);
  const stored = events.map((event) => ({
    ...event,
    participants: event.participants.filter(({ actorId }) => known.actors.has(actorId)),
    topicIds: event.topicIds.filter((id) => known.topics.has(id)),
  }));
  // Equal, so that an event which nobody changed since is told from others.
  const at = new Date();
  await tx.event.createMany({ data: stored.map((event) => toEventRow(event, at)) });
  await tx.eventParticipant.createMany({
    data: stored.flatMap(({ id, participants }) =>
      participants.map((each, position) => ({ eventId: id, position, ...each })),
    ),
  });
  await tx.eventSource.createMany({
    data: stored.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ eventId: id, position, ...source })),
    ),
  });
  await tx.eventTopic.createMany({
    data: stored.flatMap(({ id, topicIds }) =>
      topicIds.map((topicId) => ({ eventId: id, topicId })),
    ),
  });
  await relate(tx, stored);
  return stored;
}

function toEventRow(event: ResolvedEvent, at: Date): Prisma.EventCreateManyInput {
  const { id, title, kind, date, placeName, placeCountry, latitude, longitude, facts } = event;
  const span = parseEdtf(date);
  if (!span) throw new RangeError(`Not a date: ${date}`);
  return {
    ...{ id, title, kind, date, placeName, placeCountry, latitude, longitude, facts },
    startsOn: toDateColumn(span.start),
    endsOn: toDateColumn(span.end),
    ...{ verification: "to_verify", createdAt: at, updatedAt: at },
  };
}

/** A relation is kept once, whichever of the two names the other. */
async function relate(tx: Transaction, events: readonly ResolvedEvent[]): Promise<void> {
  const named = [...new Set(events.flatMap(({ related }) => related))];
  const here = await tx.event.findMany({ where: { id: { in: named } }, select: { id: true } });
  const ids = new Set(here.map(({ id }) => id));
  const pairs = new Map<string, { eventId: string; relatedId: string }>();
  for (const { id, related } of events) {
    for (const other of related) {
      const key = [id, other].sort().join(" ");
      if (other !== id && ids.has(other) && !pairs.has(key))
        pairs.set(key, { eventId: id, relatedId: other });
    }
  }
  await tx.eventRelation.createMany({ data: [...pairs.values()], skipDuplicates: true });
}

async function readKnown(tx: Transaction, events: readonly ResolvedEvent[]) {
  const actorIds = events.flatMap(({ participants }) => participants.map(({ actorId }) => actorId));
  const topicIds = events.flatMap((event) => event.topicIds);
  const select = { id: true };
  const [actors, topics] = [
    await tx.actor.findMany({ where: { id: { in: [...new Set(actorIds)] } }, select }),
    await tx.topic.findMany({ where: { id: { in: [...new Set(topicIds)] } }, select }),
  ];
  return {
    actors: new Set(actors.map(({ id }) => id)),
    topics: new Set(topics.map(({ id }) => id)),
  };
}
