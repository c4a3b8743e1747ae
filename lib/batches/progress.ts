import type { BatchProgress, BatchState } from "#lib/batches/types.ts";

/** A rate from less than this would jump about. */
const SHORTEST_STRETCH_MS = 1_000;

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
  const rate = rateOf(batch, done, now);
  return {
    ...{ id, state, problem, isDryRun, counts, total, done, rate },
    secondsLeft: rate && total !== null ? Math.ceil((total - done) / rate) : null,
  };
}

function rateOf(batch: CountedBatch, done: number, now: Date): number | null {
  const { state, stretchBeganAt, stretchBeganWith } = batch;
  if ((state !== "running" && state !== "undoing") || !stretchBeganAt) return null;
  const elapsedMs = now.getTime() - stretchBeganAt.getTime();
  const count = done - stretchBeganWith;
  return elapsedMs < SHORTEST_STRETCH_MS || count <= 0 ? null : (1_000 * count) / elapsedMs;
}
