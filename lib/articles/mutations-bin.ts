import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";

type BinOptions = {
  /** Also what was edited, published or withdrawn since it was stored. */
  evenTouched: boolean;
  /** They were published as they were stored, so that being public is no touch. */
  wasPublished: boolean;
  /** Why, for the audit. */
  details: Record<string, string>;
  /** Written in the same transaction, with the ids of those that are in the bin now. */
  alongside(tx: Transaction, ids: string[]): Promise<void>;
};

/**
 * Puts many articles into the bin in one transaction, each with its audit entry. Those that are there
 * already, or merged into another, stay as they are; so do those that somebody touched, unless
 * `evenTouched`.
 */
export async function deleteArticles(
  ids: readonly string[],
  { evenTouched, wasPublished, details, alongside }: BinOptions,
  actor: Actor,
): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM articles
      WHERE id = ANY (${[...ids]}::uuid[]) AND deleted_at IS NULL AND merged_into_id IS NULL
        AND (${evenTouched} OR (version = 1
          AND (status = 'draft' OR (status = 'published' AND ${wasPublished}))))
      ORDER BY id FOR NO KEY UPDATE`;
    const deleted = rows.map(({ id }) => id);
    await tx.article.updateMany({
      where: { id: { in: deleted } },
      data: { deletedAt: new Date() },
    });
    for (const id of deleted) {
      record({ action: "article.delete", subject: "article", subjectId: id, details });
    }
    await alongside(tx, deleted);
  });
}
