/** Writes what understanding articles anew changes, inside a caller's transaction that holds them. */
import type { SubjectChanges } from "#lib/articles/plan-understanding.ts";
import { insertMentions, insertTopics, type Of } from "#lib/articles/mutations-rows.ts";
import { arrayLiteral } from "#lib/db/insert-rows.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** As many statements of SQL for a hundred articles as for one; no revision is made of it. */
export async function writeSubjects(tx: Transaction, changes: Of<SubjectChanges>[]): Promise<void> {
  await removeMentions(tx, changes);
  await insertMentions(
    tx,
    changes.map(({ articleId, items }) => ({ articleId, items: items.mentions.added })),
  );
  await removeTopics(tx, changes);
  // A topic that is weighed anew is one that goes and comes: few are, and its key stays.
  await insertTopics(
    tx,
    changes.map(({ articleId, items: { topics } }) => ({
      articleId,
      items: [...topics.gained, ...topics.reweighed],
    })),
  );
}

async function removeMentions(tx: Transaction, changes: Of<SubjectChanges>[]): Promise<void> {
  const rows = changes.flatMap(({ articleId, items }) =>
    items.mentions.removed.map((mention) => ({ articleId, ...mention })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM mentions WHERE (article_id, starts_at, actor_id) IN (
      SELECT * FROM unnest(
        ${arrayLiteral(rows.map(({ articleId }) => articleId))}::uuid[],
        ${arrayLiteral(rows.map(({ startsAt }) => startsAt))}::int[],
        ${arrayLiteral(rows.map(({ actorId }) => actorId))}::text[]))`;
}

async function removeTopics(tx: Transaction, changes: Of<SubjectChanges>[]): Promise<void> {
  const rows = changes.flatMap(({ articleId, items: { topics } }) =>
    [...topics.lost, ...topics.reweighed.map(({ id }) => id)].map((id) => ({ articleId, id })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM article_topics WHERE (article_id, topic_id) IN (
      SELECT * FROM unnest(
        ${arrayLiteral(rows.map(({ articleId }) => articleId))}::uuid[],
        ${arrayLiteral(rows.map(({ id }) => id))}::text[]))`;
}
