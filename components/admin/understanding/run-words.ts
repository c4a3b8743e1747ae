import type { ChangeCounts, RunState } from "#lib/understanding/types.ts";
import { counted } from "#lib/text/counted.ts";

export const STATE_WORDS: Record<RunState, string> = {
  queued: "waiting for a worker",
  running: "at work",
  paused: "paused",
  cancelled: "cancelled",
  superseded: "superseded by a later one",
  done: "done",
};

export const STATE_TONES = {
  queued: "plain",
  running: "plain",
  paused: "unsure",
  cancelled: "danger",
  superseded: "plain",
  done: "good",
} as const satisfies Record<RunState, string>;

/** True while a run changes by itself. */
export function isMoving(state: RunState): boolean {
  return state === "queued" || state === "running";
}

/** `Changed 12 articles: 3 topics gained, 1 topic lost`; in a dry run, what it would. */
export function countWords(counts: ChangeCounts, isDryRun: boolean): string {
  const { changed } = counts;
  if (changed === 0) return isDryRun ? "Would change nothing." : "Changed nothing.";
  const parts = [
    [counts.topicsGained, "topic", "gained"],
    [counts.topicsLost, "topic", "lost"],
    [counts.mentionsGained, "mention", "gained"],
    [counts.mentionsLost, "mention", "lost"],
    [counts.statementsGained, "statement", "gained"],
    [counts.statementsLost, "statement", "lost"],
  ] as const;
  const words = parts.flatMap(([count, noun, verb]) =>
    count > 0 ? `${counted(count, noun)} ${verb}` : [],
  );
  const verb = isDryRun ? "Would change" : "Changed";
  return `${verb} ${counted(changed, "article")}: ${words.join(", ")}.`;
}
