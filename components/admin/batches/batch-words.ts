import { paceWords } from "#components/admin/progress/pace-words.ts";
import type { BatchItemFilter } from "#lib/batches/schema.ts";
import type { BatchOutcome, BatchProgress, BatchState } from "#lib/batches/types.ts";

export const STATE_WORDS: Record<BatchState, string> = {
  receiving: "being received",
  asking: "asks for columns",
  queued: "waiting for a worker",
  running: "at work",
  paused: "paused",
  cancelled: "cancelled",
  done: "done",
  undoing: "being undone",
  undone: "undone",
};

export const STATE_TONES = {
  receiving: "plain",
  asking: "unsure",
  queued: "plain",
  running: "plain",
  paused: "unsure",
  cancelled: "danger",
  done: "good",
  undoing: "plain",
  undone: "danger",
} as const satisfies Record<BatchState, string>;

const OUTCOME_WORDS: Record<BatchOutcome, string> = {
  imported: "Imported",
  known: "Already here",
  near_duplicate: "Near-duplicate",
  needs_review: "Needs review",
  failed: "Failed",
  waiting: "To be tried again",
};

export const OUTCOME_TONES = {
  imported: "good",
  known: "plain",
  near_duplicate: "unsure",
  needs_review: "unsure",
  failed: "danger",
  waiting: "plain",
} as const satisfies Record<BatchOutcome, string>;

/** In a dry run nothing has become of anything yet. */
export function outcomeWord(outcome: BatchOutcome, isDryRun: boolean): string {
  return isDryRun && outcome === "imported" ? "Would be imported" : OUTCOME_WORDS[outcome];
}

/** True while a batch changes by itself. */
export function isMoving(state: BatchState): boolean {
  return state === "queued" || state === "running" || state === "undoing";
}

/** How far a batch is, as `paceWords`, or why nobody knows. */
export function progressWords({ state, total, ...progress }: BatchProgress): string {
  if (state === "asking") return "Waits for somebody to say which column is which";
  if (total === null) return state === "running" ? "Counting the articles" : "Not counted yet";
  return paceWords({ ...progress, total });
}

/** The address of a page of a batch's items. */
export function batchPath(id: string, outcome?: BatchItemFilter, page = 1): string {
  const query = new URLSearchParams({
    ...(outcome && { outcome }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/admin/batches/${id}${query.size > 0 ? `?${query}` : ""}`;
}
