/** Makes one article of two and parts them again, inside a caller's transaction. */
import { getArticleState, type ArticleState } from "#lib/articles/data-state.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import { articleMergeSchema, type ArticleMerge } from "#lib/articles/schema.ts";
import { requireMergeRecord } from "#lib/db/merge-record.ts";
import type { Actor, AuditRecord, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

type Merge = {
  id: string;
  into: string;
  /** A reprint of the same text, or another version of it. */
  as: "same_text" | "update";
  /** The pair about which this was decided. */
  pairId: string;
};
type RecordEntry = (entry: AuditRecord) => void;

/**
 * Merges article `id` into `into`: its address leads there, it is listed and searched no more, and
 * its topics and events become the other's too. All that it consists of, its original first, stays
 * with it for `undoArticleMerge`. Throws `AppError` "conflict" where either is in the bin, withdrawn
 * or merged away, or where a draft would stand for what is public.
 */
export async function mergeArticle(
  tx: Transaction,
  { id, into, as, pairId }: Merge,
  actor: Actor,
  record: RecordEntry,
): Promise<void> {
  await lockBoth(tx, id, into);
  const [merged, remaining] = [await requireMergeable(tx, id), await requireMergeable(tx, into)];
  if (merged.status === "published" && remaining.status === "draft") {
    throw new AppError(
      "conflict",
      "The one that is public has to stay, or its address would lead to nothing. Nothing was merged.",
    );
  }
  const lent = await lendLinks(tx, id, into);
  const before = await tx.article.updateManyAndReturn({
    where: { mergedIntoId: id },
    data: { mergedIntoId: into },
    select: { id: true },
  });
  await tx.article.update({
    where: { id },
    data: { mergedIntoId: into, mergedAs: as, status: "draft" },
    select: { id: true },
  });
  if (lent.addedTopics.length > 0) await saveTopics(tx, remaining, actor, "merged with another");
  const status = merged.status as ArticleMerge["status"];
  const mergedBefore = before.map((article) => article.id);
  const details: ArticleMerge = { into, as, pairId, status, ...lent, mergedBefore };
  record({ action: "article.merge", subject: "article", subjectId: id, details });
}

/**
 * Parts an article from the one it was merged into: it is again what it was, where it was; topics
 * and events that it lent go, but for topics about which someone has decided since. Throws
 * `AppError` "conflict" as `requireMergeRecord` does.
 */
export async function undoArticleMerge(
  tx: Transaction,
  id: string,
  actor: Actor,
  record: RecordEntry,
): Promise<void> {
  const merged = await getArticleState(id, tx);
  const mark = { subject: "article", id, intoId: merged?.mergedIntoId ?? null };
  const merge = await requireMergeRecord(tx, mark, articleMergeSchema);
  const { into } = merge;
  await lockBoth(tx, id, into);
  await tx.article.update({
    where: { id },
    data: { mergedIntoId: null, mergedAs: null, status: merge.status },
    select: { id: true },
  });
  await tx.article.updateMany({
    where: { id: { in: merge.mergedBefore }, mergedIntoId: into },
    data: { mergedIntoId: id },
  });
  await takeLinksBack(tx, merge, actor);
  record({
    action: "article.undo_merge",
    subject: "article",
    subjectId: id,
    details: { from: into },
  });
}

/** The article of the pair that its decision merged away; null where it merged none. */
export async function findMergedByPair(
  tx: Transaction,
  pairId: string,
  articleIds: readonly string[],
): Promise<string | null> {
  const merged = await tx.article.findMany({
    where: { id: { in: [...articleIds] }, mergedIntoId: { not: null } },
    select: { id: true },
  });
  for (const { id } of merged) {
    const entry = await tx.auditEntry.findFirst({
      where: { action: "article.merge", subject: "article", subjectId: id },
      orderBy: { id: "desc" },
      select: { details: true },
    });
    if (articleMergeSchema.safeParse(entry?.details).data?.pairId === pairId) return id;
  }
  return null;
}

/** In one order for everyone. Lets others point to the articles, as `lockArticle` does. */
async function lockBoth(tx: Transaction, id: string, into: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM articles WHERE id IN (${id}::uuid, ${into}::uuid)
    ORDER BY id FOR NO KEY UPDATE`;
}

async function requireMergeable(tx: Transaction, id: string): Promise<ArticleState> {
  const state = await getArticleState(id, tx);
  if (!state) throw new AppError("not_found", "There is no such article.");
  const fault = state.deletedAt
    ? "is in the bin"
    : state.mergedIntoId
      ? "is merged into another already"
      : state.status === "withdrawn"
        ? "is withdrawn"
        : null;
  if (!fault) return state;
  const name = state.fields.headline ?? "One of the articles";
  throw new AppError("conflict", `“${name}” ${fault}. Nothing was merged.`);
}

type Lent = Pick<ArticleMerge, "addedTopics" | "addedEvents">;

async function lendLinks(tx: Transaction, id: string, into: string): Promise<Lent> {
  const addedTopics = await tx.$queryRaw<Lent["addedTopics"]>`
    INSERT INTO article_topics (article_id, topic_id, status, confidence)
    SELECT ${into}::uuid, topic_id, status, confidence FROM article_topics
    WHERE article_id = ${id}::uuid AND status <> 'rejected'
    ON CONFLICT DO NOTHING RETURNING topic_id AS id, status::text`;
  const events = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO event_articles (event_id, article_id)
    SELECT event_id, ${into}::uuid FROM event_articles WHERE article_id = ${id}::uuid
    ON CONFLICT DO NOTHING RETURNING event_id AS id`;
  return { addedTopics, addedEvents: events.map((event) => event.id) };
}

async function takeLinksBack(
  tx: Transaction,
  { into, addedTopics, addedEvents }: ArticleMerge,
  actor: Actor,
): Promise<void> {
  await tx.eventArticle.deleteMany({ where: { articleId: into, eventId: { in: addedEvents } } });
  const { count } = await tx.articleTopic.deleteMany({
    where: {
      articleId: into,
      OR: addedTopics.map(({ id, status }) => ({ topicId: id, status })),
    },
  });
  if (count === 0) return;
  const remaining = await getArticleState(into, tx);
  if (remaining) await saveTopics(tx, remaining, actor, "parted from another");
}

/** Another revision, so that an editor who has the article open does not undo this by saving. */
async function saveTopics(
  tx: Transaction,
  { id, version }: ArticleState,
  actor: Actor,
  why: string,
) {
  await tx.article.update({
    where: { id },
    data: { version: version + 1 },
    select: { id: true },
  });
  await writeRevision(tx, id, actor, `Topics, ${why}`);
}
