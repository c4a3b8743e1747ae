/** Commitments as editors save them: from rows to fields and back. */
import {
  commitmentFieldsSchema,
  type CommitmentFields,
  type Evidence,
} from "#lib/commitments/schema.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

export const FIELDS_SELECT = {
  ...{ title: true, detail: true, madeOn: true, eventId: true, due: true },
  actors: { select: { side: true, actorId: true }, orderBy: { position: "asc" } },
  topics: { select: { topicId: true }, orderBy: { topicId: "asc" } },
  changes: {
    select: { position: true, state: true, day: true, note: true },
    orderBy: { position: "asc" },
  },
  evidence: {
    select: {
      ...{ change: true, publisher: true, title: true, url: true },
      ...{ eventId: true, articleId: true, words: true },
    },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.CommitmentSelect;

type FieldsRow = Prisma.CommitmentGetPayload<{ select: typeof FIELDS_SELECT }>;

/** What an editor would save without changing anything. */
export function toFields(row: FieldsRow): CommitmentFields {
  const { title, detail, madeOn, eventId, due, actors, topics, changes, evidence } = row;
  const actorsOf = (side: "by" | "to") =>
    actors.flatMap((each) => (each.side === side ? [each.actorId] : []));
  const evidenceOf = (position: number): Evidence[] =>
    evidence
      .filter(({ change }) => change === position)
      .map(({ change: _change, ...each }) => each);
  return {
    ...{ title, detail, madeOn, eventId, due },
    ...{ by: actorsOf("by"), to: actorsOf("to"), topicIds: topics.map(({ topicId }) => topicId) },
    evidence: evidenceOf(0),
    changes: changes.map(({ position, state, day, note }) => ({
      ...{ state, day: toCalendarDay(day), note },
      evidence: evidenceOf(position),
    })),
  };
}

/** The fields of a revision, with what is gone since no longer named. */
export async function toFieldsNow(tx: Transaction, snapshot: unknown): Promise<CommitmentFields> {
  const fields = commitmentFieldsSchema.parse(snapshot);
  const evidence = [...fields.evidence, ...fields.changes.flatMap((each) => each.evidence)];
  const select = { id: true };
  const idsOf = (key: "eventId" | "articleId") => evidence.flatMap((each) => each[key] ?? []);
  const eventIds = [...idsOf("eventId"), ...(fields.eventId ? [fields.eventId] : [])];
  const [events, articles, topics, actors] = await Promise.all([
    tx.event.findMany({ where: { id: { in: eventIds } }, select }),
    tx.article.findMany({ where: { id: { in: idsOf("articleId") } }, select }),
    tx.topic.findMany({ where: { id: { in: fields.topicIds } }, select }),
    tx.actor.findMany({ where: { id: { in: [...fields.by, ...fields.to] } }, select }),
  ]);
  const isThere = new Set([...events, ...articles, ...topics, ...actors].map(({ id }) => id));
  const still = (id: string | null) => (id && isThere.has(id) ? id : null);
  const stillTold = (list: Evidence[]) =>
    list.map((each) => ({
      ...{ ...each, eventId: still(each.eventId), articleId: still(each.articleId) },
    }));
  return {
    ...{ ...fields, eventId: still(fields.eventId), evidence: stillTold(fields.evidence) },
    by: fields.by.filter((id) => isThere.has(id)),
    to: fields.to.filter((id) => isThere.has(id)),
    topicIds: fields.topicIds.filter((id) => isThere.has(id)),
    changes: fields.changes.map((each) => ({ ...each, evidence: stillTold(each.evidence) })),
  };
}
