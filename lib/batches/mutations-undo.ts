import { deleteArticles } from "#lib/articles/mutations-bin.ts";
import { tidyBatchesJob } from "#lib/batches/job.ts";
import { renewLease, type BatchRun } from "#lib/batches/mutations-lease.ts";
import { MADE } from "#lib/batches/schema.ts";
import type { BatchState } from "#lib/batches/types.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Transaction } from "#lib/db/transaction.ts";
import { wakeWorker } from "#lib/jobs/send.ts";

const UNDONE_AT_ONCE = 100;

/**
 * Puts the next hundred of the articles that a batch made into the bin, each with its note, in one
 * transaction. Returns from which position on to go on, null at the end, and the batch's state.
 */
export async function undoNext(
  run: BatchRun,
  after: number,
): Promise<{ after: number | null; state: BatchState }> {
  const items = await database.batchItem.findMany({
    where: {
      ...{ batchId: run.id, undoneAt: null, position: { gt: after } },
      outcome: { in: [...MADE] },
    },
    select: { position: true, articleId: true },
    orderBy: { position: "asc" },
    take: UNDONE_AT_ONCE,
  });
  const last = items.at(-1)?.position;
  if (last === undefined) return { after: null, state: await renewLease(run) };
  let state = run.state;
  const options = {
    evenTouched: run.undoEdited,
    wasPublished: run.publish,
    details: { batch: run.id },
    alongside: async (tx: Transaction, deleted: string[]) => {
      state = await renewLease(run, tx);
      await tx.batchItem.updateMany({
        where: {
          ...{ batchId: run.id, articleId: { in: deleted } },
          // The same bytes further on in the batch made no article of their own.
          outcome: { in: [...MADE] },
        },
        data: { undoneAt: new Date() },
      });
    },
  };
  await deleteArticles(
    items.flatMap(({ articleId }) => articleId ?? []),
    options,
    run.actor,
  );
  return { after: last, state };
}

/** Ends an undoing where it still goes on. */
export async function finishUndo({ id, token, actor }: BatchRun): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.batch.updateMany({
      where: { id, leaseToken: token, state: "undoing" },
      data: { state: "undone", finishedAt: new Date(), problem: null },
    });
    if (count === 0) return;
    const undone = await tx.batchItem.count({ where: { batchId: id, undoneAt: { not: null } } });
    record({ action: "batch.undone", subject: "batch", subjectId: id, details: { undone } });
  });
  await wakeWorker(tidyBatchesJob, {});
}
