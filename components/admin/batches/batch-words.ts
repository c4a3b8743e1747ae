import type { BatchItemFilter } from "#lib/batches/schema.ts";
import type { BatchOutcome, BatchProgress, BatchState } from "#lib/batches/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

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

/** `1,200 of 5,000 articles · 45 a second · about 2 minutes left`. */
export function progressWords({ state, total, done, rate, secondsLeft }: BatchProgress): string {
  if (state === "asking") return "Waits for somebody to say which column is which";
  if (total === null) return state === "running" ? "Counting the articles" : "Not counted yet";
  const speed = rate === null ? null : rate < 10 ? rate.toFixed(1) : inFigures(Math.round(rate));
  return [
    `${inFigures(done)} of ${counted(total, "article")}`,
    speed && `${speed} a second`,
    secondsLeft ? `about ${durationWords(secondsLeft)} left` : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

function durationWords(seconds: number): string {
  if (seconds < MINUTE_S) return counted(Math.max(1, Math.round(seconds)), "second");
  if (seconds < HOUR_S) return counted(Math.round(seconds / MINUTE_S), "minute");
  return `${(seconds / HOUR_S).toFixed(1)} hours`;
}

/** The address of a page of a batch's items. */
export function batchPath(id: string, outcome?: BatchItemFilter, page = 1): string {
  const query = new URLSearchParams({
    ...(outcome && { outcome }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/admin/batches/${id}${query.size > 0 ? `?${query}` : ""}`;
}
