/** What importing a file of events would do, judged against what is here. Writes nothing. */
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { database } from "#lib/db/client.ts";
import type { EventRecord, ResolvedEvent } from "#lib/events/types-record.ts";
import { readEventFile, type ReadEvents } from "#lib/exchange/event-import.ts";
import type { EventImportRow } from "#lib/exchange/event-import-row.ts";
import { isSimilarTitle } from "#lib/exchange/similar-title.ts";

export type PlannedRow = Omit<EventImportRow, "event"> & {
  /** Null: it cannot be imported. */
  event: ResolvedEvent | null;
  /** The event of the archive that it seems to be. */
  duplicate: { id: string; title: string; isSameId: boolean } | null;
};

export type EventImportPlan = Omit<ReadEvents, "rows"> & { rows: PlannedRow[] };

/** What is understood of a file, and what of it is here already. Throws as `readEventFile` does. */
export async function planEventImport(text: string): Promise<EventImportPlan> {
  const read = readEventFile(text);
  const events = read.rows.flatMap(({ event }) => event ?? []);
  const [findDuplicate, actorIdOf, topicIdOf] = await Promise.all([
    readDuplicates(events),
    readActorIds(events),
    readTopicIds(events),
  ]);
  const rows = read.rows.map((row): PlannedRow => {
    if (!row.event) return { ...row, event: null, duplicate: null };
    const { event, unknown } = resolve(row.event, actorIdOf, topicIdOf);
    return {
      ...{ ...row, event, duplicate: findDuplicate(row.event) },
      problems: [...row.problems, ...unknown],
    };
  });
  return { ...read, rows };
}

type Participant = EventRecord["participants"][number];

function resolve(
  record: EventRecord,
  actorIdOf: (participant: Participant) => string | null,
  topicIdOf: (topic: string) => string | null,
): { event: ResolvedEvent; unknown: string[] } {
  const participants = new Map<string, { actorId: string; role: string | null }>();
  const people: string[] = [];
  for (const participant of record.participants) {
    const actorId = actorIdOf(participant);
    if (actorId === null) people.push(participant.name);
    else if (!participants.has(actorId))
      participants.set(actorId, { actorId, role: participant.role });
  }
  const topics = record.topics.map((topic) => ({ topic, id: topicIdOf(topic) }));
  const strange = topics.filter(({ id }) => id === null).map(({ topic }) => topic);
  return {
    event: {
      ...record,
      participants: [...participants.values()],
      topicIds: [...new Set(topics.flatMap(({ id }) => id ?? []))],
    },
    unknown: [
      ...(people.length > 0
        ? [`Not among the people here, so left out: ${people.join("; ")}.`]
        : []),
      ...(strange.length > 0 ? [`Not among the topics, so left out: ${strange.join("; ")}.`] : []),
    ],
  };
}

async function readDuplicates(events: readonly EventRecord[]) {
  const spans = new Map(events.map(({ id, date }) => [id, parseEdtf(date)]));
  const days = new Set([...spans.values()].flatMap((span) => span?.start ?? []));
  const here = await database.event.findMany({
    where: {
      OR: [
        { id: { in: events.map(({ id }) => id) } },
        { startsOn: { in: [...days].map(toDateColumn) } },
      ],
    },
    select: { id: true, title: true, startsOn: true, endsOn: true },
  });
  return ({ id, title }: EventRecord): PlannedRow["duplicate"] => {
    const span = spans.get(id);
    const same = here.find((event) => event.id === id);
    const found =
      same ??
      here.find(
        (event) =>
          toCalendarDay(event.startsOn) === span?.start &&
          toCalendarDay(event.endsOn) === span.end &&
          isSimilarTitle(event.title, title),
      );
    return found ? { id: found.id, title: found.title, isSameId: found === same } : null;
  };
}

/** By the id where it is somebody of that name, else by a name or an alias that only one has. */
async function readActorIds(events: readonly EventRecord[]) {
  const participants = events.flatMap((event) => event.participants);
  const names = [...new Set(participants.map(({ name }) => name))];
  const ids = [...new Set(participants.flatMap(({ actorId }) => actorId ?? []))];
  const actors = await database.actor.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { id: { in: ids } },
        { name: { in: names } },
        { aliases: { some: { alias: { in: names } } } },
      ],
    },
    select: { id: true, name: true, aliases: { select: { alias: true } } },
  });
  const byName = new Map<string, Set<string>>();
  for (const { id, name, aliases } of actors) {
    for (const each of [name, ...aliases.map(({ alias }) => alias)]) {
      byName.set(each, (byName.get(each) ?? new Set()).add(id));
    }
  }
  return ({ name, actorId }: Participant): string | null => {
    const named = byName.get(name) ?? new Set();
    if (actorId !== null && named.has(actorId)) return actorId;
    return named.size === 1 ? ([...named][0] ?? null) : null;
  };
}

async function readTopicIds(events: readonly EventRecord[]) {
  const named = [...new Set(events.flatMap(({ topics }) => topics))];
  const topics = await database.topic.findMany({
    where: {
      mergedIntoId: null,
      OR: [{ id: { in: named } }, { label: { in: named, mode: "insensitive" } }],
    },
    select: { id: true, label: true },
  });
  const ids = new Map(
    topics.flatMap(
      ({ id, label }) =>
        [
          [label.toLowerCase(), id],
          [id, id],
        ] as const,
    ),
  );
  return (topic: string): string | null => ids.get(topic.toLowerCase()) ?? null;
}
