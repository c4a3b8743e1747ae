import { paceOf } from "#lib/jobs/pace.ts";
import type { BatchProgress, BatchState } from "#lib/batches/types.ts";

export type CountedBatch = Pick<
  BatchProgress,
  "id" | "problem" | "isDryRun" | "total" | "counts"
> & {
  state: BatchState;
  position: number;
  made: number;
  undone: number;
  stretchBeganAt: Date | null;
  stretchBeganWith: number;
};

/** How far a batch is, how fast it goes and when, at that rate, it will be done. */
export function toProgress(batch: CountedBatch, now: Date): BatchProgress {
  const { id, state, problem, isDryRun, counts } = batch;
  const isUndo = state === "undoing" || state === "undone";
  const total = isUndo ? batch.made : batch.total;
  // What waits to be tried again has been gone through once, but is to be done again.
  const done = isUndo ? batch.undone : batch.position - counts.waiting;
  const isMoving = state === "running" || state === "undoing";
  const stretchBeganAt = isMoving ? batch.stretchBeganAt : null;
  const pace = paceOf({ ...batch, done, total, stretchBeganAt }, now);
  return { ...{ id, state, problem, isDryRun, counts, total, done }, ...pace };
}
