import { holdLock } from "#lib/db/advisory-lock.ts";
import { requireMergeRecord } from "#lib/db/merge-record.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { moveStatementTopics, returnStatementTopics } from "#lib/statements/mutations-merge.ts";
import { isUnderItself, requireTopic, TOPICS_LOCK } from "#lib/topics/mutations.ts";
import { topicMergeSchema, type TopicFields, type TopicMerge } from "#lib/topics/schema.ts";

type Pair = { id: string; into: string };
type SharedArticle = TopicMerge["sharedArticles"][number];

/**
 * Makes one topic of two: what stood under `id` stands under `into`, whose keywords grow by the
 * other's; the address of `id` leads there. The audit entry keeps what was moved, for
 * `undoTopicMerge`. Throws `AppError` "not_found", "conflict" where either is merged away already,
 * "invalid_input" for a topic and itself.
 */
export function mergeTopic({ id, into }: Pair, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    if (id === into) throw new AppError("invalid_input", "A topic cannot be merged into itself.");
    await holdLock(tx, TOPICS_LOCK);
    const merged = await requireTopic(tx, id);
    const remaining = await requireTopic(tx, into);
    const details: TopicMerge = {
      into,
      ...(await moveArticles(tx, { id, into })),
      ...(await moveEvents(tx, { id, into })),
      narrower: await moveNarrower(tx, { id, into }, merged.broaderId),
      mergedBefore: await moveMergedBefore(tx, { id, into }),
      addedKeywords: await addKeywords(tx, into, merged, remaining),
      statements: await moveStatementTopics(tx, { id, into }),
    };
    await tx.topic.update({ where: { id }, data: { mergedIntoId: into } });
    record({ action: "topic.merge", subject: "topic", subjectId: id, details });
  });
}

async function moveArticles(tx: Transaction, { id, into }: Pair) {
  const moved = await tx.$queryRaw<{ articleId: string }[]>`
    UPDATE article_topics SET topic_id = ${into}
    WHERE topic_id = ${id} AND article_id NOT IN
      (SELECT article_id FROM article_topics WHERE topic_id = ${into})
    RETURNING article_id AS "articleId"`;
  const sharedArticles = await tx.$queryRaw<SharedArticle[]>`
    DELETE FROM article_topics WHERE topic_id = ${id}
    RETURNING article_id AS "articleId", status::text, confidence`;
  const sure = sharedArticles.filter(({ status }) => status === "confirmed");
  const confirmed = await tx.articleTopic.updateManyAndReturn({
    where: {
      topicId: into,
      status: "suggested",
      articleId: { in: sure.map(({ articleId }) => articleId) },
    },
    data: { status: "confirmed" },
    select: { articleId: true },
  });
  return {
    movedArticles: moved.map(({ articleId }) => articleId),
    sharedArticles,
    confirmedArticles: confirmed.map(({ articleId }) => articleId),
  };
}

async function moveEvents(tx: Transaction, { id, into }: Pair) {
  const moved = await tx.$queryRaw<{ eventId: string }[]>`
    UPDATE event_topics SET topic_id = ${into}
    WHERE topic_id = ${id} AND event_id NOT IN
      (SELECT event_id FROM event_topics WHERE topic_id = ${into})
    RETURNING event_id AS "eventId"`;
  const shared = await tx.$queryRaw<{ eventId: string }[]>`
    DELETE FROM event_topics WHERE topic_id = ${id} RETURNING event_id AS "eventId"`;
  return {
    movedEvents: moved.map(({ eventId }) => eventId),
    sharedEvents: shared.map(({ eventId }) => eventId),
  };
}

/** What stood under the merged topic goes under the other, which itself may stand there. */
async function moveNarrower(tx: Transaction, { id, into }: Pair, broaderId: string | null) {
  const children = await tx.topic.findMany({ where: { broaderId: id }, select: { id: true } });
  await tx.topic.updateMany({ where: { id: into, broaderId: id }, data: { broaderId } });
  await tx.topic.updateMany({ where: { broaderId: id }, data: { broaderId: into } });
  for (const child of children) {
    if (await isUnderItself(tx, child.id)) {
      await tx.topic.update({ where: { id: child.id }, data: { broaderId } });
    }
  }
  return children.map((child) => child.id);
}

/** Addresses that led to the merged topic lead straight to the other. */
async function moveMergedBefore(tx: Transaction, { id, into }: Pair): Promise<string[]> {
  const before = await tx.topic.updateManyAndReturn({
    where: { mergedIntoId: id },
    data: { mergedIntoId: into },
    select: { id: true },
  });
  return before.map((topic) => topic.id);
}

async function addKeywords(
  tx: Transaction,
  into: string,
  merged: TopicFields,
  remaining: TopicFields,
): Promise<string[]> {
  const known = new Set([remaining.label, ...remaining.keywords].map((word) => word.toLowerCase()));
  const added = [merged.label, ...merged.keywords].filter((word) => !known.has(word.toLowerCase()));
  await tx.topic.update({ where: { id: into }, data: { keywords: { push: added } } });
  return added;
}

/**
 * Parts two topics again: everything that the merge moved and that is still where it put it goes
 * back; what was added since stays with the other. Throws `AppError` as `requireMergeRecord` does,
 * "not_found", and "conflict" where the tree has changed so that the topic would stand under itself.
 */
export function undoTopicMerge(id: string, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, TOPICS_LOCK);
    const topic = await tx.topic.findUnique({ where: { id }, select: { mergedIntoId: true } });
    if (!topic) throw new AppError("not_found", "There is no such topic.");
    const merged = { subject: "topic", id, intoId: topic.mergedIntoId };
    const merge = await requireMergeRecord(tx, merged, topicMergeSchema);
    await tx.topic.update({ where: { id }, data: { mergedIntoId: null } });
    await returnArticles(tx, id, merge);
    await returnEvents(tx, id, merge);
    await returnStatementTopics(tx, { id, into: merge.into }, merge.statements);
    await returnTopics(tx, id, merge);
    if (await isUnderItself(tx, id)) {
      throw new AppError("conflict", "The topics above it have moved under it since.");
    }
    record({
      action: "topic.undo_merge",
      subject: "topic",
      subjectId: id,
      details: { from: merge.into },
    });
  });
}

async function returnArticles(tx: Transaction, topicId: string, merge: TopicMerge): Promise<void> {
  await tx.$executeRaw`
    UPDATE article_topics SET topic_id = ${topicId}
    WHERE topic_id = ${merge.into} AND article_id = ANY(${merge.movedArticles}::uuid[])
      AND article_id NOT IN (SELECT article_id FROM article_topics WHERE topic_id = ${topicId})`;
  await tx.articleTopic.updateMany({
    where: { topicId: merge.into, status: "confirmed", articleId: { in: merge.confirmedArticles } },
    data: { status: "suggested" },
  });
  const ids = merge.sharedArticles.map(({ articleId }) => articleId);
  const left = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const isLeft = new Set(left.map(({ id }) => id));
  const data = merge.sharedArticles
    .filter(({ articleId }) => isLeft.has(articleId))
    .map((shared) => ({ ...shared, topicId }));
  await tx.articleTopic.createMany({ data, skipDuplicates: true });
}

async function returnEvents(tx: Transaction, topicId: string, merge: TopicMerge): Promise<void> {
  await tx.$executeRaw`
    UPDATE event_topics SET topic_id = ${topicId}
    WHERE topic_id = ${merge.into} AND event_id = ANY(${merge.movedEvents}::text[])
      AND event_id NOT IN (SELECT event_id FROM event_topics WHERE topic_id = ${topicId})`;
  const left = await tx.event.findMany({
    where: { id: { in: merge.sharedEvents } },
    select: { id: true },
  });
  await tx.eventTopic.createMany({
    data: left.map(({ id }) => ({ eventId: id, topicId })),
    skipDuplicates: true,
  });
}

async function returnTopics(tx: Transaction, id: string, merge: TopicMerge): Promise<void> {
  await tx.topic.updateMany({
    where: { id: { in: merge.mergedBefore }, mergedIntoId: merge.into },
    data: { mergedIntoId: id },
  });
  const remaining = await tx.topic.findUniqueOrThrow({
    where: { id: merge.into },
    select: { keywords: true, broaderId: true },
  });
  const { broaderId } = await tx.topic.findUniqueOrThrow({
    where: { id },
    select: { broaderId: true },
  });
  await tx.topic.updateMany({
    where: {
      id: { in: merge.narrower },
      // Moved elsewhere by hand since: then that stands.
      OR: [{ broaderId: merge.into }, { broaderId }],
    },
    data: { broaderId: id },
  });
  const keywords = remaining.keywords.filter((word) => !merge.addedKeywords.includes(word));
  await tx.topic.update({ where: { id: merge.into }, data: { keywords } });
}
