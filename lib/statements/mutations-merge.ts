/** What merges of topics and actors do to statements, inside a caller's transaction. */
import type { Transaction } from "#lib/db/transaction.ts";
import type { TopicMove } from "#lib/statements/schema.ts";

type Pair = { id: string; into: string };

/** Puts what stood under topic `id` under `into`; returns what was moved, for `returnStatementTopics`. */
export async function moveStatementTopics(tx: Transaction, { id, into }: Pair): Promise<TopicMove> {
  const moved = await tx.$queryRaw<{ statementId: string }[]>`
    UPDATE statement_topics SET topic_id = ${into}
    WHERE topic_id = ${id} AND statement_id NOT IN
      (SELECT statement_id FROM statement_topics WHERE topic_id = ${into})
    RETURNING statement_id AS "statementId"`;
  const shared = await tx.$queryRaw<TopicMove["shared"]>`
    DELETE FROM statement_topics WHERE topic_id = ${id}
    RETURNING statement_id AS "statementId", status::text, confidence`;
  const sure = shared.filter(({ status }) => status === "confirmed");
  const confirmed = await tx.statementTopic.updateManyAndReturn({
    where: {
      topicId: into,
      status: "suggested",
      statementId: { in: sure.map(({ statementId }) => statementId) },
    },
    data: { status: "confirmed" },
    select: { statementId: true },
  });
  return {
    moved: moved.map(({ statementId }) => statementId),
    shared,
    confirmed: confirmed.map(({ statementId }) => statementId),
  };
}

/** Gives back to topic `id` what a merge moved and what is still under `into`. */
export async function returnStatementTopics(
  tx: Transaction,
  { id, into }: Pair,
  { moved, shared, confirmed }: TopicMove,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE statement_topics SET topic_id = ${id}
    WHERE topic_id = ${into} AND statement_id = ANY(${moved}::uuid[])
      AND statement_id NOT IN (SELECT statement_id FROM statement_topics WHERE topic_id = ${id})`;
  await tx.statementTopic.updateMany({
    where: { topicId: into, status: "confirmed", statementId: { in: confirmed } },
    data: { status: "suggested" },
  });
  // An edit since may have taken a statement away.
  const left = await tx.statement.findMany({
    where: { id: { in: shared.map(({ statementId }) => statementId) } },
    select: { id: true },
  });
  const isLeft = new Set(left.map((statement) => statement.id));
  const data = shared
    .filter(({ statementId }) => isLeft.has(statementId))
    .map((each) => ({ ...each, topicId: id }));
  await tx.statementTopic.createMany({ data, skipDuplicates: true });
}

/** Makes what actor `id` said what `into` said; returns the statements. */
export async function moveSpeaker(tx: Transaction, { id, into }: Pair): Promise<string[]> {
  const moved = await tx.statement.updateManyAndReturn({
    where: { speakerId: id },
    data: { speakerId: into },
    select: { id: true },
  });
  return moved.map((statement) => statement.id);
}

/** Gives these statements back to actor `id`, but for those that have another speaker by now. */
export async function returnSpeaker(
  tx: Transaction,
  { id, into }: Pair,
  statementIds: readonly string[],
): Promise<void> {
  await tx.statement.updateMany({
    where: { id: { in: [...statementIds] }, speakerId: into },
    data: { speakerId: id },
  });
}
