import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS, SYSTEM } from "#lib/db/kept-removed.ts";
import { writeWithAudit } from "#lib/db/transaction.ts";

/**
 * Ends for good what has been in the bin longer than `olderThanDays`, the bytes received with it.
 * Returns how many articles that were. Called at the server's start and daily.
 */
export async function purgeDeletedArticles(
  olderThanDays = KEPT_AFTER_REMOVAL_DAYS,
): Promise<number> {
  const cutoff = endOfKeeping(olderThanDays);
  const due = await database.article.findMany({
    where: { deletedAt: { lt: cutoff } },
    select: { id: true },
  });
  let purged = 0;
  for (const { id } of due) {
    purged += await writeWithAudit(SYSTEM, async (tx, record) => {
      // Restored since it was listed: then it stays.
      const [held] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM articles WHERE id = ${id}::uuid AND deleted_at < ${cutoff} FOR UPDATE`;
      if (!held) return 0;
      // What was merged into it was merged before it was deleted, so too long ago to be parted.
      const merged = await tx.article.findMany({
        where: { mergedIntoId: id },
        select: { id: true },
      });
      const ids = [...merged.map((article) => article.id), id];
      const originals = await tx.articleOriginal.findMany({
        where: { articleId: { in: ids } },
        select: { originalId: true },
      });
      for (const articleId of ids)
        await tx.article.delete({ where: { id: articleId }, select: { id: true } });
      const originalIds = originals.map(({ originalId }) => originalId);
      await tx.original.deleteMany({ where: { id: { in: originalIds } } });
      record({ action: "article.purge", subject: "article", subjectId: id });
      return 1;
    });
  }
  return purged;
}
