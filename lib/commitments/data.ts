import { isOverdue } from "#lib/commitments/overdue.ts";
import type { CommitmentLine, CommitmentsQuery, NamedActor } from "#lib/commitments/types.ts";
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const MAX_LISTED = 2_000;
export const SHOWN = { withdrawnAt: null } satisfies Prisma.CommitmentWhereInput;

const ACTOR_REF = { id: true, name: true } as const;
const TOPIC_REF = { id: true, label: true } as const;
/** What was merged away is shown, and found, as what it was merged into. */
export const ACTOR_SELECT = { ...ACTOR_REF, mergedInto: { select: ACTOR_REF } } as const;
export const TOPIC_SELECT = { ...TOPIC_REF, mergedInto: { select: TOPIC_REF } } as const;

export const LINE_SELECT = {
  ...{ id: true, title: true, madeOn: true, madeStartsOn: true, state: true, updatedAt: true },
  ...{ due: true, dueStartsOn: true, dueEndsOn: true },
  actors: {
    select: { side: true, actor: { select: ACTOR_SELECT } },
    orderBy: { position: "asc" },
  },
  topics: {
    select: { topic: { select: TOPIC_SELECT } },
    orderBy: { topicId: "asc" },
  },
  event: { select: { id: true, title: true } },
  changes: { select: { day: true }, orderBy: { position: "desc" }, take: 1 },
} satisfies Prisma.CommitmentSelect;

type LineRow = Prisma.CommitmentGetPayload<{ select: typeof LINE_SELECT }>;

/** Which commitments an asked query means, on `day`. */
export function toWhere(
  query: Omit<CommitmentsQuery, "sort" | "page">,
  day: string,
): Prisma.CommitmentWhereInput {
  const { actorId, state, topicId, from, to } = query;
  const isOrBecame = (id: string) => ({ OR: [{ id }, { mergedIntoId: id }] });
  return {
    ...SHOWN,
    ...(actorId && { actors: { some: { side: "by", actor: isOrBecame(actorId) } } }),
    ...(topicId && { topics: { some: { topic: isOrBecame(topicId) } } }),
    ...(state && { state: state === "overdue" ? "open" : state }),
    AND: [
      state === "overdue" ? { dueEndsOn: { lt: toDateColumn(day) } } : {},
      from ? { dueEndsOn: { gte: toDateColumn(from) } } : {},
      to ? { dueStartsOn: { lte: toDateColumn(to) } } : {},
    ],
  };
}

/** A row as a line of the list, as things stand on `day`. */
export function toLine(row: LineRow, day: string): CommitmentLine {
  const { actors, topics, event, changes, updatedAt, madeStartsOn, dueStartsOn, dueEndsOn } = row;
  const actorsOf = (wanted: "by" | "to"): NamedActor[] =>
    actors.flatMap(({ side, actor: { mergedInto, ...actor } }) =>
      side === wanted ? [mergedInto ?? actor] : [],
    );
  const lastDay = dueEndsOn && toCalendarDay(dueEndsOn);
  const { id, title, madeOn, due, state } = row;
  return {
    ...{ id, title, madeOn, due, state, path: `/commitments/${id}` },
    ...{ by: actorsOf("by"), to: actorsOf("to") },
    topics: topics.map(({ topic: { mergedInto, ...topic } }) => mergedInto ?? topic),
    madeStartsOn: toCalendarDay(madeStartsOn),
    dueStartsOn: dueStartsOn && toCalendarDay(dueStartsOn),
    dueEndsOn: lastDay,
    isOverdue: isOverdue({ state, dueEndsOn: lastDay }, day),
    event: event && { ...event, path: `/events/${event.id}` },
    changedOn: changes[0] ? toCalendarDay(changes[0].day) : null,
    updatedAt: updatedAt.toISOString(),
  };
}

/** What was promised at an event. */
export async function listEventCommitments(eventId: string): Promise<CommitmentLine[]> {
  return await listLines({ ...SHOWN, eventId });
}

/** Commitments for which a day was named, by the last day that it covers; `query` narrows them. */
export async function listDueCommitments(
  query: Omit<CommitmentsQuery, "sort" | "page">,
): Promise<CommitmentLine[]> {
  const where = toWhere(query, today());
  return await listLines({ AND: [where, { due: { not: null } }] }, [
    { dueEndsOn: "asc" },
    { id: "asc" },
  ]);
}

async function listLines(
  where: Prisma.CommitmentWhereInput,
  orderBy: Prisma.CommitmentOrderByWithRelationInput[] = [{ madeStartsOn: "asc" }, { id: "asc" }],
): Promise<CommitmentLine[]> {
  const rows = await database.commitment.findMany({
    ...{ where, orderBy, take: MAX_LISTED },
    select: LINE_SELECT,
  });
  const day = today();
  return rows.map((row) => toLine(row, day));
}
