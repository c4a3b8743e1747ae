import { parseEdtf } from "#lib/dates/edtf.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { EventState } from "#lib/events/data-state.ts";
import { holdEvent, writeState } from "#lib/events/mutations-save.ts";
import type { EventKind } from "#lib/events/schema.ts";
import type { EventSource } from "#lib/events/types.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

export type NewEvent = {
  title: string;
  kind: EventKind;
  /** EDTF. */
  date: string;
  placeName: string | null;
  participants: readonly { actorId: string; role: string | null }[];
  sources: readonly EventSource[];
  topicIds: readonly string[];
  articleIds: readonly string[];
};

/**
 * Makes an event that a person vouches for, and returns its id, which is made of its title and month.
 * A place of another event's name is where that is. Throws `AppError` "invalid_input" for no EDTF date.
 */
export async function createEvent(tx: Transaction, event: NewEvent): Promise<string> {
  const { title, kind, date, placeName } = event;
  const days = parseEdtf(date);
  if (!days)
    throw new AppError("invalid_input", "The date cannot be read. Write it as 2025-02-27.");
  const id = await freeId(tx, `${toSlug(title, "event")}-${days.start.slice(0, 7)}`);
  await tx.event.create({
    data: {
      ...{ id, title, kind, date, placeName, ...(await placeCalled(tx, placeName)) },
      ...{ startsOn: toDateColumn(days.start), endsOn: toDateColumn(days.end) },
      verification: "verified",
      participants: {
        create: event.participants.map((participant, position) => ({ ...participant, position })),
      },
      sources: { create: event.sources.map((source, position) => ({ ...source, position })) },
      topics: { create: event.topicIds.map((topicId) => ({ topicId })) },
      articles: { create: event.articleIds.map((articleId) => ({ articleId })) },
    },
  });
  return id;
}

/**
 * Links articles to an event as a state of its own, which can be taken back like any other, and returns
 * those that were not linked to it before. Throws `AppError` "not_found" where there is no such event.
 */
export async function linkArticles(
  tx: Transaction,
  eventId: string,
  articleIds: readonly string[],
  actor: Actor,
): Promise<string[]> {
  const before = await holdEvent(tx, eventId);
  const linked = new Set(before.fields.articles);
  const added = articleIds.filter((id) => !linked.has(id));
  if (added.length > 0) await writeArticles(tx, eventId, before, [...linked, ...added], actor);
  return added;
}

/** Takes articles off an event again, if it is still there. */
export async function unlinkArticles(
  tx: Transaction,
  eventId: string,
  articleIds: readonly string[],
  actor: Actor,
): Promise<void> {
  if ((await tx.event.count({ where: { id: eventId } })) === 0) return;
  const before = await holdEvent(tx, eventId);
  const left = before.fields.articles.filter((id) => !articleIds.includes(id));
  if (left.length < before.fields.articles.length)
    await writeArticles(tx, eventId, before, left, actor);
}

async function writeArticles(
  tx: Transaction,
  eventId: string,
  before: EventState,
  articles: readonly string[],
  actor: Actor,
): Promise<void> {
  const after = { ...before.fields, articles: [...articles].sort() };
  await writeState(tx, eventId, before, after, { note: "By a suggestion.", actor });
}

/**
 * Takes back an event that has nothing but these articles. Throws `AppError` "conflict" where
 * somebody has worked on it since: changed, linked or related it, or told of it in a story or a commitment.
 */
export async function takeBackEvent(
  tx: Transaction,
  id: string,
  articleIds: readonly string[],
): Promise<void> {
  const { count } = await tx.event.deleteMany({
    where: {
      ...{ id, version: 1, lift: 0, relatedTo: { none: {} }, relatedFrom: { none: {} } },
      ...{ storySteps: { none: {} }, storyCitations: { none: {} } },
      ...{ commitments: { none: {} }, evidenceOf: { none: {} } },
      articles: { every: { articleId: { in: [...articleIds] } } },
    },
  });
  const isThere = count === 0 && (await tx.event.count({ where: { id } })) > 0;
  if (!isThere) return;
  throw new AppError(
    "conflict",
    "Somebody has worked on the event since, so it is not taken back. Nothing was changed.",
  );
}

async function freeId(tx: Transaction, wanted: string): Promise<string> {
  // One that is in the bin may come back.
  const where = { id: { startsWith: wanted } };
  const taken = [
    ...(await tx.event.findMany({ where, select: { id: true } })),
    ...(await tx.deletedEvent.findMany({ where, select: { id: true } })),
  ];
  const ids = new Set(taken.map(({ id }) => id));
  return firstFreeSlug(wanted, (candidate) => ids.has(candidate));
}

async function placeCalled(tx: Transaction, placeName: string | null) {
  if (placeName === null) return null;
  return await tx.event.findFirst({
    where: { placeName, latitude: { not: null } },
    orderBy: { startsOn: "desc" },
    select: { placeCountry: true, latitude: true, longitude: true },
  });
}
