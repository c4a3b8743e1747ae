/** How the work on a batch begins, ends and stops. */
import { tidyBatchesJob } from "#lib/batches/job.ts";
import type { BatchRun } from "#lib/batches/mutations-lease.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit } from "#lib/db/transaction.ts";
import { wakeWorker } from "#lib/jobs/send.ts";

/** For so long what failed can be tried again, and a dry run be made real. */
const FILES_KEPT_DAYS = 30;
const RECEPTION_KEPT_DAYS = 1;
const DAY_MS = 24 * 60 * 60_000;
const CHUNKS_AT_ONCE = 100;

/** The positions of those that are to be tried again. */
export async function listWaiting(batchId: string): Promise<Set<number>> {
  const rows = await database.batchItem.findMany({
    where: { batchId, outcome: "waiting" },
    select: { position: true },
  });
  return new Set(rows.map(({ position }) => position));
}

/** Ends the work where it still goes on: all was gone through. */
export async function finishBatch({ id, token, actor, isDryRun }: BatchRun): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.batch.updateMany({
      where: { id, leaseToken: token, state: "running" },
      data: { state: "done", finishedAt: new Date(), problem: null },
    });
    if (count === 0) return;
    const groups = await tx.batchItem.groupBy({
      by: ["outcome"],
      where: { batchId: id },
      _count: { _all: true },
    });
    const details = Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count._all]));
    record({
      action: "batch.finish",
      subject: "batch",
      subjectId: id,
      details: { ...details, isDryRun },
    });
  });
  await wakeWorker(tidyBatchesJob, {});
}

/** Pauses a batch that met a fault of ours, or ends its undoing, with what is to be told of it. */
export async function stopWithProblem(run: BatchRun, problem: string): Promise<void> {
  const { id, token, actor, state } = run;
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.batch.updateMany({
      where: { id, leaseToken: token, state: { in: ["running", "undoing"] } },
      data: { state: state === "undoing" ? "cancelled" : "paused", problem },
    });
    if (count === 0) return;
    const details = { problem, during: state };
    record({ action: "batch.stop", subject: "batch", subjectId: id, details });
  });
}

/**
 * Removes the bytes of files that are not needed any more, a hundred megabytes at a time, and
 * batches that never came whole. What became of the articles stays.
 */
export async function tidyBatches(now = new Date()): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await database.batch.deleteMany({
    where: { state: "receiving", createdAt: { lt: daysAgo(RECEPTION_KEPT_DAYS) } },
  });
  const over = await database.batch.findMany({
    where: {
      sources: { some: { chunks: { some: {} } } },
      OR: [
        { state: { in: ["cancelled", "undone"] } },
        { state: "done", finishedAt: { lt: daysAgo(FILES_KEPT_DAYS) } },
        { state: "done", isDryRun: false, items: { none: { outcome: "failed" } } },
      ],
    },
    select: { id: true },
  });
  for (const { id } of over) {
    await removeFiles(id);
    await database.batchTable.updateMany({
      where: { batchId: id },
      data: { sample: Prisma.DbNull },
    });
  }
}

async function removeFiles(batchId: string): Promise<void> {
  for (;;) {
    const removed = await database.$executeRaw`
      DELETE FROM batch_chunks WHERE (source_id, position) IN (
        SELECT source_id, batch_chunks.position
        FROM batch_chunks JOIN batch_sources ON batch_sources.id = source_id
        WHERE batch_id = ${batchId}::uuid LIMIT ${CHUNKS_AT_ONCE})`;
    if (removed < CHUNKS_AT_ONCE) return;
  }
}
