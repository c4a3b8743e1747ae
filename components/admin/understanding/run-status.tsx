"use client";

import { paceWords } from "#components/admin/progress/pace-words.ts";
import { ProgressLine } from "#components/admin/progress/progress-line.tsx";
import { useProgress } from "#components/admin/progress/use-progress.ts";
import {
  countWords,
  isMoving,
  STATE_TONES,
  STATE_WORDS,
} from "#components/admin/understanding/run-words.ts";
import type { RunProgress, RunState } from "#lib/understanding/types.ts";
import styles from "./understanding.module.css";

/** How far a run is, by itself where scripts run; a reload shows the same. */
export function RunStatus({ progress: first }: { progress: RunProgress }) {
  const path = `/api/understanding/${first.id}`;
  const progress = useProgress<RunState, RunProgress>(first, { path, isMoving });
  const { state, total, done, counts, isDryRun } = progress;
  return (
    <div className={styles.status}>
      <ProgressLine
        tone={STATE_TONES[state]}
        state={STATE_WORDS[state]}
        words={paceWords(progress)}
        label="Gone through"
        isMoving={isMoving(state)}
        {...{ total, done }}
      />
      <p>{countWords(counts, isDryRun)}</p>
    </div>
  );
}
