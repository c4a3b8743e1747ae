/** What people do to a batch; the work itself is `run-batch.ts`. */
import { runBatchJob, tidyBatchesJob } from "#lib/batches/job.ts";
import type { BatchState } from "#lib/batches/types.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { wakeWorker } from "#lib/jobs/send.ts";

type Change = {
  action: string;
  from: readonly BatchState[];
  /** Where the batch is in none of those states. */
  refusal: string;
  data: Prisma.BatchUpdateManyMutationInput;
  details?: Prisma.InputJsonObject;
  where?: Prisma.BatchWhereInput;
  alongside?(tx: Transaction): Promise<void>;
};

/** Lets the group under way be the last until `resumeBatch`. Throws `AppError` "conflict". */
export async function pauseBatch(id: string, actor: Actor): Promise<void> {
  await changeBatch(id, actor, {
    action: "batch.pause",
    from: ["queued", "running"],
    refusal: "It is not being worked on, so there is nothing to pause.",
    data: { state: "paused", problem: null },
  });
}

/** Goes on with a paused batch where it was. Throws `AppError` "conflict". */
export async function resumeBatch(id: string, actor: Actor): Promise<void> {
  await changeBatch(id, actor, {
    action: "batch.resume",
    from: ["paused"],
    refusal: "It is not paused.",
    data: { state: "queued", problem: null },
  });
  await wakeWorker(runBatchJob, { batchId: id });
}

/** Ends a batch early; what it has imported stays, until it is undone. Throws `AppError` "conflict". */
export async function cancelBatch(id: string, actor: Actor): Promise<void> {
  await changeBatch(id, actor, {
    action: "batch.cancel",
    from: ["asking", "queued", "running", "paused"],
    refusal: "It has ended already.",
    data: { state: "cancelled", finishedAt: new Date(), problem: null },
  });
  await wakeWorker(tidyBatchesJob, {});
}

/**
 * Puts every article that the batch made into the bin, in the background, where each can be restored
 * for 30 days. Those that somebody touched since stay, unless `takeEdited`. Throws `AppError`
 * "conflict".
 */
export async function undoBatch(
  id: string,
  { takeEdited }: { takeEdited: boolean },
  actor: Actor,
): Promise<void> {
  await changeBatch(id, actor, {
    action: "batch.undo",
    from: ["done", "cancelled", "paused", "undone"],
    refusal: "Pause it or cancel it first; then it can be undone.",
    where: { isDryRun: false },
    data: { state: "undoing", undoEdited: takeEdited, problem: null },
    details: { takeEdited },
  });
  await wakeWorker(runBatchJob, { batchId: id });
}

/**
 * Tries again what failed, or one item of it. Throws `AppError` "conflict" where nothing failed or its
 * files are gone.
 */
export async function retryFailed(
  id: string,
  position: number | undefined,
  actor: Actor,
): Promise<void> {
  const failed = { batchId: id, outcome: "failed" as const, position };
  await changeBatch(id, actor, {
    action: "batch.retry",
    from: ["done", "paused"],
    refusal: "Only of a batch that is done or paused can be tried again what failed.",
    where: { sources: { some: { chunks: { some: {} } } }, items: { some: failed } },
    data: { state: "queued", finishedAt: null, problem: null },
    details: position === undefined ? {} : { position },
    alongside: async (tx) => {
      await tx.batchItem.updateMany({ where: failed, data: { outcome: "waiting" } });
    },
  });
  await wakeWorker(runBatchJob, { batchId: id });
}

/**
 * Imports what a dry run only looked at, from the start; a worker that is still busy with the dry run
 * loses it. Throws `AppError` "conflict", also where it was cancelled, as its files then go.
 */
export async function importDryRun(id: string, actor: Actor): Promise<void> {
  await changeBatch(id, actor, {
    action: "batch.import",
    from: ["done", "paused"],
    refusal: "Only a dry run that is done or paused can be imported.",
    where: { isDryRun: true, sources: { some: { chunks: { some: {} } } } },
    data: {
      ...{ state: "queued", isDryRun: false, position: 0, finishedAt: null, problem: null },
      ...{ leaseToken: null, leaseUntil: null, leaseSession: null },
    },
    alongside: async (tx) => {
      await tx.batchItem.deleteMany({ where: { batchId: id } });
    },
  });
  await wakeWorker(runBatchJob, { batchId: id });
}

async function changeBatch(id: string, actor: Actor, change: Change): Promise<void> {
  const { action, from, refusal, where = {}, data, details, alongside } = change;
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.batch.updateMany({
      where: { id, state: { in: [...from] }, ...where },
      data,
    });
    if (count === 0) throw await refusalOf(tx, id, from, refusal);
    await alongside?.(tx);
    record({ action, subject: "batch", subjectId: id, details });
  });
}

async function refusalOf(
  tx: Transaction,
  id: string,
  from: readonly BatchState[],
  refusal: string,
): Promise<AppError> {
  const batch = await tx.batch.findUnique({ where: { id }, select: { state: true } });
  if (!batch) return new AppError("not_found", "There is no such batch.");
  if (!from.includes(batch.state)) return new AppError("conflict", refusal);
  return new AppError(
    "conflict",
    "There is nothing to do: nothing of that kind is left, or its files are no longer kept.",
  );
}
