/** The work on a batch: it goes on where the tables say that it was, whoever did it until then. */
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { ARCHIVED_TOGETHER } from "#lib/articles/mutations-ingest.ts";
import { readEntries, readOpenEntries } from "#lib/batches/batch-entries.ts";
import { getDecisions, getFirstDecisions } from "#lib/batches/data-tables.ts";
import {
  foreseeEntries,
  noteFailure,
  storeEntries,
  type BatchEntry,
} from "#lib/batches/mutations-items.ts";
import {
  releaseLease,
  renewLease,
  takeBatch,
  type BatchRun,
} from "#lib/batches/mutations-lease.ts";
import { finishBatch, listWaiting, stopWithProblem } from "#lib/batches/mutations-run.ts";
import { noteCounted } from "#lib/batches/mutations-tables.ts";
import { finishUndo, undoNext } from "#lib/batches/mutations-undo.ts";
import type { BatchState } from "#lib/batches/types.ts";
import { LeaseLost } from "#lib/db/session-mark.ts";
import { isDatabaseAway, toAppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { inGroups } from "#lib/jobs/in-groups.ts";
import { doLeasedWork, type LeasedWork } from "#lib/jobs/leased-work.ts";
import { log } from "#lib/log.ts";

const GROUPS = {
  ...ARCHIVED_TOGETHER,
  weightOf: ({ item }: BatchEntry) => item.bytes.length,
};

/** Works on a batch until it is done, somebody pauses or cancels it, or `signal` is aborted. */
export function runBatch(batchId: string, signal: AbortSignal): Promise<void> {
  const leased: LeasedWork<BatchRun> = {
    name: `work on a batch (${batchId})`,
    take: (session) => takeBatch(batchId, session),
    renew: async (run) => (await renewLease(run)) === run.state,
    release: releaseLease,
    stop: stopWithProblem,
    work: (run, ended) => (run.state === "undoing" ? undo : importAll)(run, ended),
  };
  return doLeasedWork(leased, signal);
}

async function importAll(run: BatchRun, ended: AbortSignal): Promise<void> {
  if (run.total === null && !(await count(run, ended))) return;
  const gazetteer = await getGazetteer();
  const { choose } = await getDecisions(run.id);
  const entries = readOpenEntries(run, await listWaiting(run.id), choose);
  for await (const group of inGroups(untilEnded(entries, ended), GROUPS)) {
    const state = await workOnGroup(run, group, gazetteer);
    if (state !== "running" || ended.aborted) return;
  }
  if (!ended.aborted) await finishBatch(run);
}

/**
 * Counts the articles, which is many times quicker than reading them, and looks at their tables; false
 * where it was ended, or asks which column is which.
 */
async function count(run: BatchRun, ended: AbortSignal): Promise<boolean> {
  let total = 0;
  const decisions = await getFirstDecisions(run.id);
  const entries = readEntries(run.id, decisions.choose);
  for await (const { position } of untilEnded(entries, ended)) total = position;
  if (ended.aborted) return false;
  const [unseen] = decisions.unseen;
  if (unseen !== undefined) {
    await stopWithProblem(
      run,
      `No table in it has a column “${unseen}”. Nothing was imported. Cancel this, and send it again with the columns as they are called.`,
    );
    return false;
  }
  return await noteCounted(run, total, decisions.tables);
}

async function* untilEnded<T>(things: AsyncIterable<T>, ended: AbortSignal): AsyncGenerator<T> {
  for await (const thing of things) {
    if (ended.aborted) return;
    yield thing;
  }
}

/** One that cannot be stored must not keep the others of its group back: then one by one. */
async function workOnGroup(
  run: BatchRun,
  group: readonly BatchEntry[],
  gazetteer: Gazetteer,
): Promise<BatchState> {
  const work = run.isDryRun ? foreseeEntries : storeEntries;
  try {
    return await work(run, group, gazetteer);
  } catch (error) {
    const [only] = group;
    if (error instanceof LeaseLost || isDatabaseAway(error) || !only) throw error;
    if (group.length === 1) {
      log.warn({ err: error, batchId: run.id, position: only.position }, "an article failed");
      return await noteFailure(run, only, toAppError(error));
    }
  }
  let state = run.state;
  for (const entry of group) state = await workOnGroup(run, [entry], gazetteer);
  return state;
}

async function undo(run: BatchRun, ended: AbortSignal): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const next = await undoNext(run, after);
    if (next.state !== "undoing" || ended.aborted) return;
    after = next.after;
  }
  await finishUndo(run);
}
