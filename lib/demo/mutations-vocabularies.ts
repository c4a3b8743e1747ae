import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { toSourceRow } from "#lib/demo/article-rows.ts";
import { actorIdsByName } from "#lib/demo/read-demo-archive.ts";
import type { DemoActor, DemoArchive, DemoEvent } from "#lib/demo/types.ts";

/** Where a place name stands for no country: a call, a meeting by video link. */
const NO_COUNTRY = "International";

type IdOf = (id: string) => string;

/**
 * Adds the topics, actors and events that the database lacks, each with what belongs to it, and
 * returns how many. One that is there already keeps its parts as they are.
 */
export async function addVocabularies(tx: Transaction, archive: DemoArchive) {
  const topics = await addTopics(tx, archive);
  const actors = await addActors(tx, archive);
  const events = await addEvents(tx, archive);
  return { topics, actors, events };
}

/**
 * The term that each of the demo archive's terms stands for now: itself, the one it was merged
 * into, or the one that somebody made under the same label.
 */
export async function readTopicIds(tx: Transaction, archive: DemoArchive): Promise<IdOf> {
  const topics = await tx.topic.findMany({ select: { id: true, label: true, mergedIntoId: true } });
  const idsByLabel = new Map(topics.map(({ id, label }) => [label, id]));
  const labels = new Map(archive.topics.map(({ id, label }) => [id, label]));
  const known = new Set(topics.map(({ id }) => id));
  const follow = followMerges(topics);
  return (id) => follow(known.has(id) ? id : (idsByLabel.get(labels.get(id) ?? "") ?? id));
}

/** The actor that an actor's id stands for now, after merges. */
export async function readActorIds(tx: Transaction): Promise<IdOf> {
  return followMerges(
    await tx.actor.findMany({
      where: { mergedIntoId: { not: null } },
      select: { id: true, mergedIntoId: true },
    }),
  );
}

function followMerges(rows: { id: string; mergedIntoId: string | null }[]): IdOf {
  const targets = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id) => {
    let current = id;
    for (let next = targets.get(id); next; next = targets.get(next)) current = next;
    return current;
  };
}

async function addTopics(tx: Transaction, archive: DemoArchive): Promise<number> {
  const known = await tx.topic.findMany({ select: { id: true, label: true } });
  const labels = new Set(known.map(({ label }) => label));
  const topics = missingFrom(archive.topics, known).filter(({ label }) => !labels.has(label));
  await tx.topic.createMany({
    data: topics.map(({ id, label, definition, keywords, iptc }) => ({
      id,
      label,
      definition,
      keywords,
      iptcId: iptc,
    })),
  });
  const topicIdOf = await readTopicIds(tx, archive);
  for (const { id, broader } of topics.filter((topic) => topic.broader)) {
    await tx.topic.update({ where: { id }, data: { broaderId: topicIdOf(broader ?? id) } });
  }
  return topics.length;
}

async function addActors(tx: Transaction, archive: DemoArchive): Promise<number> {
  const actors = missingFrom(archive.actors, await tx.actor.findMany({ select: { id: true } }));
  await tx.actor.createMany({
    data: actors.map(({ id, kind, name, country, wikidata }) => ({
      id,
      kind,
      name,
      country,
      wikidataId: wikidata,
    })),
  });
  await tx.actorAlias.createMany({
    data: actors.flatMap(({ id, aliases }) => aliases.map((alias) => ({ actorId: id, alias }))),
  });
  await tx.office.createMany({ data: actors.flatMap(toOfficeRows) });
  return actors.length;
}

/** An office held from a month is held from its first day; to a month, to its last. */
function toOfficeRows({ id, offices }: DemoActor) {
  return offices.map(({ title, from, to }) => {
    const start = from && parseEdtf(from)?.start;
    const end = to && parseEdtf(to)?.end;
    return {
      actorId: id,
      title,
      heldFrom: start ? toDateColumn(start) : null,
      heldTo: end ? toDateColumn(end) : null,
    };
  });
}

async function addEvents(tx: Transaction, archive: DemoArchive): Promise<number> {
  const known = await tx.event.findMany({ select: { id: true } });
  // What was put into the bin stays there.
  const binned = await tx.deletedEvent.findMany({ select: { id: true } });
  const events = missingFrom(archive.events, [...known, ...binned]);
  const topicIdOf = await readTopicIds(tx, archive);
  const actorIdOf = await readActorIds(tx);
  const actorIdByName = actorIdsByName(archive.actors);
  await tx.event.createMany({ data: events.map(toEventRow) });
  await tx.eventParticipant.createMany({
    data: events.flatMap((event) =>
      toParticipantRows(event, (name) => actorIdOf(actorIdByName(name))),
    ),
  });
  await tx.eventSource.createMany({
    data: events.flatMap(({ id, sources }) =>
      sources.map((source, i) => ({ eventId: id, ...toSourceRow(source, i) })),
    ),
  });
  await tx.eventTopic.createMany({
    data: events.flatMap(({ id, topics }) =>
      topics.map((topic) => ({ eventId: id, topicId: topicIdOf(topic) })),
    ),
    skipDuplicates: true,
  });
  await tx.eventRelation.createMany({
    data: events.flatMap(({ id, related }) =>
      related.map((relatedId) => ({ eventId: id, relatedId })),
    ),
    skipDuplicates: true,
  });
  return events.length;
}

function toEventRow({ id, title, kind, date, place, facts, checked }: DemoEvent) {
  const range = parseEdtf(date);
  if (!range) throw new Error(`The demo archive is damaged. ${id} has no readable date.`);
  return {
    id,
    title,
    kind,
    date,
    startsOn: toDateColumn(range.start),
    endsOn: toDateColumn(range.end),
    placeName: place.name,
    placeCountry: place.country === NO_COUNTRY ? null : place.country,
    latitude: place.lat,
    longitude: place.lon,
    facts,
    verification: checked ? ("verified" as const) : ("to_verify" as const),
  };
}

/** People with their part that day, then organisations; each actor once. */
function toParticipantRows(event: DemoEvent, actorIdByName: (name: string) => string) {
  const roles = new Map<string, string | null>();
  for (const { name, role } of event.participants) roles.set(actorIdByName(name), role);
  for (const actorId of event.organisations.map(actorIdByName)) {
    if (!roles.has(actorId)) roles.set(actorId, null);
  }
  return [...roles].map(([actorId, role], position) => ({
    eventId: event.id,
    position,
    actorId,
    role,
  }));
}

function missingFrom<T extends { id: string }>(
  wanted: readonly T[],
  known: readonly { id: string }[],
): T[] {
  const ids = new Set(known.map(({ id }) => id));
  return wanted.filter(({ id }) => !ids.has(id));
}
