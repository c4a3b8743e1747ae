import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";

export const KEPT_IN_BIN_DAYS = 30;
const MS_PER_DAY = 86_400_000;
const SYSTEM: Actor = { userId: null, agent: "system" };

/**
 * Ends for good what has been in the bin longer than `olderThanDays`, the bytes received with it.
 * Returns how many articles that were. Called at the server's start and daily.
 */
export async function purgeDeletedArticles(olderThanDays = KEPT_IN_BIN_DAYS): Promise<number> {
  const cutoff = new Date(Date.now() - olderThanDays * MS_PER_DAY);
  const due = await database.article.findMany({
    where: { deletedAt: { lt: cutoff } },
    select: { id: true, originalId: true },
  });
  let purged = 0;
  for (const { id, originalId } of due) {
    await writeWithAudit(SYSTEM, async (tx, record) => {
      // Restored since it was listed: then it stays.
      const { count } = await tx.article.deleteMany({ where: { id, deletedAt: { lt: cutoff } } });
      if (count === 0) return;
      await tx.original.delete({ where: { id: originalId }, select: { id: true } });
      record({ action: "article.purge", subject: "article", subjectId: id });
      purged++;
    });
  }
  return purged;
}
