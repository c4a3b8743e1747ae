/** Writing a whole state of an event. */
import { findActorsCalled } from "#lib/actors/data-names.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { getEventRevision, getEventState, type EventState } from "#lib/events/data-state.ts";
import type { EventFields, EventSnapshot } from "#lib/events/schema-editing.ts";

/** The event, held against other writers until the transaction ends. Throws `AppError` "not_found". */
export async function holdEvent(tx: Transaction, id: string): Promise<EventState> {
  await tx.$queryRaw`SELECT id FROM events WHERE id = ${id} FOR UPDATE`;
  const state = await getEventState(id, tx);
  if (!state) throw new AppError("not_found", "There is no such event.");
  return state;
}

/** The columns that follow from the fields. */
export function columnsOf(fields: EventFields) {
  const { title, kind, date, placeName, placeCountry, latitude, longitude, facts, lift } = fields;
  const range = parseEdtf(date);
  if (!range) throw new AppError("invalid_input", `“${date}” is no date.`);
  return {
    ...{ title, kind, date, placeName, placeCountry, latitude, longitude, facts, lift },
    startsOn: toDateColumn(range.start),
    endsOn: toDateColumn(range.end),
  };
}

/**
 * Writes a state over an event that is held, keeps it as a revision, and returns its number. The state
 * before is kept too where none of it was.
 */
export async function writeState(
  tx: Transaction,
  id: string,
  before: EventState,
  after: EventSnapshot,
  { note, actor }: { note: string | null; actor: Actor },
): Promise<number> {
  await keepFirst(tx, id, before);
  const version = before.version + 1;
  await tx.event.update({ where: { id }, data: { ...columnsOf(after), version } });
  await writeParts(tx, id, after);
  await keepRevision(tx, { id, number: version, state: after, note, savedById: actor.userId });
  return version;
}

async function keepFirst(tx: Transaction, id: string, { version, fields, updatedAt }: EventState) {
  if (await getEventRevision(id, version, tx)) return;
  await tx.eventRevision.create({
    data: { eventId: id, number: version, snapshot: fields, savedAt: updatedAt },
  });
}

type Revision = {
  id: string;
  number: number;
  state: EventSnapshot;
  note: string | null;
  savedById: string | null;
};

/** Keeps a state under its number. */
export async function keepRevision(tx: Transaction, revision: Revision): Promise<void> {
  const { id, number, state, note, savedById } = revision;
  await tx.eventRevision.create({
    data: { eventId: id, number, snapshot: state, note, savedById },
  });
}

/** What hangs on an event, in place of what hung there. */
export async function writeParts(tx: Transaction, id: string, state: EventSnapshot): Promise<void> {
  const ofEvent = { where: { eventId: id } };
  await tx.eventParticipant.deleteMany(ofEvent);
  await tx.eventParticipant.createMany({
    data: state.participants.map((each, position) => ({ eventId: id, position, ...each })),
  });
  await tx.eventSource.deleteMany(ofEvent);
  await tx.eventSource.createMany({
    data: state.sources.map((source, position) => ({ eventId: id, position, ...source })),
  });
  await tx.eventTopic.deleteMany(ofEvent);
  await tx.eventTopic.createMany({
    data: state.topics.map((topicId) => ({ eventId: id, topicId })),
  });
  await tx.eventRelation.deleteMany({ where: { OR: [{ eventId: id }, { relatedId: id }] } });
  await tx.eventRelation.createMany({
    data: state.related.map((relatedId) => ({ eventId: id, relatedId })),
  });
  await tx.eventArticle.deleteMany(ofEvent);
  await tx.eventArticle.createMany({
    data: state.articles.map((articleId) => ({ eventId: id, articleId })),
  });
}

/**
 * The fields with ids for whom and what they name. Throws `AppError` "invalid_input" with the fields
 * where somebody is not known, or several are called so, or a topic or an event is none.
 */
export async function resolveFields(
  tx: Transaction,
  id: string | null,
  fields: EventFields,
): Promise<EventFields> {
  const problems: Record<string, string> = {};
  const participants: EventFields["participants"] = [];
  for (const [i, { actorId: words, role }] of fields.participants.entries()) {
    const [found, ...others] = await findActorsCalled(words, tx);
    const at = `participants.${i}.actorId`;
    if (!found) problems[at] = "The archive knows nobody of this name.";
    else if (others.length > 0)
      problems[at] =
        `Several are called so: ${[found, ...others].map((actor) => actor.id).join(", ")}.`;
    else if (participants.some((each) => each.actorId === found.id)) problems[at] = "Named twice.";
    else participants.push({ actorId: found.id, role });
  }
  const topics = await knownTopics(tx, fields.topics);
  if (topics.length < fields.topics.length) problems.topics = "One of these is no topic.";
  const related = fields.related.map(toEventId).filter((each) => each !== id);
  const events = await tx.event.findMany({ where: { id: { in: related } }, select: { id: true } });
  const missing = related.filter((each) => !events.some((event) => event.id === each));
  if (missing.length > 0) problems.related = `There is no event ${missing.join(", ")}.`;
  if (Object.keys(problems).length > 0) {
    throw new AppError("invalid_input", "Please correct what is marked.", {
      details: { fields: problems },
    });
  }
  return { ...fields, participants, topics, related: [...new Set(related)].sort() };
}

async function knownTopics(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.topic.findMany({
    where: { id: { in: [...ids] }, mergedIntoId: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** An id may come as the address of its page. */
function toEventId(words: string): string {
  return words.replace(/^.*\/events\//, "").replace(/[/?#].*$/, "");
}

/** Of a state that is to be written again, what is still there: people may be merged, articles gone. */
export async function stillThere(tx: Transaction, state: EventSnapshot): Promise<EventSnapshot> {
  const participants: EventSnapshot["participants"] = [];
  for (const { actorId, role } of state.participants) {
    const [found] = await findActorsCalled(actorId, tx);
    if (found && !participants.some((each) => each.actorId === found.id)) {
      participants.push({ actorId: found.id, role });
    }
  }
  const idOnly = { select: { id: true } } as const;
  const topics = await knownTopics(tx, state.topics);
  const related = await tx.event.findMany({ where: { id: { in: state.related } }, ...idOnly });
  const articles = await tx.article.findMany({ where: { id: { in: state.articles } }, ...idOnly });
  return {
    ...{ ...state, participants, topics },
    related: related.map(({ id }) => id).sort(),
    articles: articles.map(({ id }) => id).sort(),
  };
}
