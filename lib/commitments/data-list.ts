import { MAX_PAGES, PAGE_SIZE } from "#lib/commitments/commitments-query.ts";
import {
  ACTOR_SELECT,
  LINE_SELECT,
  SHOWN,
  TOPIC_SELECT,
  toLine,
  toWhere,
} from "#lib/commitments/data.ts";
import type { CommitmentChoice, CommitmentList, CommitmentsQuery } from "#lib/commitments/types.ts";
import { today } from "#lib/dates/today.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const ORDERS = {
  made: [{ madeStartsOn: "desc" }, { id: "asc" }],
  due: [{ dueEndsOn: { sort: "asc", nulls: "last" } }, { madeStartsOn: "asc" }, { id: "asc" }],
} satisfies Record<string, Prisma.CommitmentOrderByWithRelationInput[]>;

/** A page of commitments, and what all of them could be narrowed to. */
export async function listCommitments(
  query: CommitmentsQuery,
  { pageSize = PAGE_SIZE } = {},
): Promise<CommitmentList> {
  const day = today();
  const where = toWhere(query, day);
  const [rows, total, actors, topics] = await Promise.all([
    database.commitment.findMany({
      ...{ where, orderBy: ORDERS[query.sort], select: LINE_SELECT },
      ...{ skip: (query.page - 1) * pageSize, take: pageSize },
    }),
    database.commitment.count({ where }),
    listActorChoices(),
    listTopicChoices(),
  ]);
  return {
    items: rows.map((row) => toLine(row, day)),
    ...{ total, actors, topics },
    pageCount: Math.min(Math.ceil(total / pageSize), MAX_PAGES),
  };
}

async function listActorChoices(): Promise<CommitmentChoice[]> {
  const rows = await database.commitmentActor.findMany({
    where: { side: "by", commitment: SHOWN },
    select: { actor: { select: ACTOR_SELECT } },
  });
  return countChoices(
    rows.map(({ actor: { mergedInto, ...actor } }) => {
      const { id, name } = mergedInto ?? actor;
      return { id, label: name };
    }),
  );
}

async function listTopicChoices(): Promise<CommitmentChoice[]> {
  const rows = await database.commitmentTopic.findMany({
    where: { commitment: SHOWN },
    select: { topic: { select: TOPIC_SELECT } },
  });
  return countChoices(rows.map(({ topic: { mergedInto, ...topic } }) => mergedInto ?? topic));
}

function countChoices(all: readonly { id: string; label: string }[]): CommitmentChoice[] {
  const choices = new Map<string, CommitmentChoice>();
  for (const { id, label } of all) {
    const { count } = choices.get(id) ?? { count: 0 };
    choices.set(id, { id, label, count: count + 1 });
  }
  return [...choices.values()].sort((a, b) => a.label.localeCompare(b.label, "en"));
}
