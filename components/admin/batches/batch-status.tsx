"use client";

import {
  batchPath,
  isMoving,
  outcomeWord,
  progressWords,
  STATE_TONES,
  STATE_WORDS,
} from "#components/admin/batches/batch-words.ts";
import { ProgressLine } from "#components/admin/progress/progress-line.tsx";
import { useProgress } from "#components/admin/progress/use-progress.ts";
import { CountList } from "#components/ui/count-list.tsx";
import { OUTCOMES, type BatchItemFilter } from "#lib/batches/schema.ts";
import type { BatchProgress, BatchState } from "#lib/batches/types.ts";
import styles from "./batches.module.css";

type BatchStatusProps = { progress: BatchProgress; outcome: BatchItemFilter };

/** How far a batch is, by itself where scripts run; a reload shows the same. */
export function BatchStatus({ progress: first, outcome }: BatchStatusProps) {
  const path = `/api/batches/${first.id}`;
  const progress = useProgress<BatchState, BatchProgress>(first, { path, isMoving });
  const { id, state, total, done, counts, isDryRun } = progress;
  const shown = OUTCOMES.filter((each) => counts[each] > 0 || each === outcome);
  return (
    <div className={styles.status}>
      <ProgressLine
        tone={STATE_TONES[state]}
        state={STATE_WORDS[state]}
        words={progressWords(progress)}
        label={state === "undoing" || state === "undone" ? "Undone" : "Gone through"}
        isMoving={isMoving(state)}
        {...{ total, done }}
      />
      {shown.length > 0 && (
        <CountList
          unit="articles"
          label="What became of them"
          columns={2}
          items={shown.map((each) => ({
            key: each,
            label: outcomeWord(each, isDryRun),
            href: batchPath(id, each === outcome ? undefined : each),
            count: counts[each],
            isCurrent: each === outcome,
          }))}
        />
      )}
    </div>
  );
}
