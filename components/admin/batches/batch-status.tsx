"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import {
  batchPath,
  isMoving,
  outcomeWord,
  progressWords,
  STATE_TONES,
  STATE_WORDS,
} from "#components/admin/batches/batch-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { CountList } from "#components/ui/count-list.tsx";
import { OUTCOMES, type BatchItemFilter } from "#lib/batches/schema.ts";
import type { BatchProgress } from "#lib/batches/types.ts";
import styles from "./batches.module.css";

const ASK_EVERY_MS = 2_000;

type BatchStatusProps = { progress: BatchProgress; outcome: BatchItemFilter };

/** How far a batch is, by itself where scripts run; a reload shows the same. */
export function BatchStatus({ progress: first, outcome }: BatchStatusProps) {
  const progress = useProgress(first);
  const { id, state, total, done, counts, isDryRun } = progress;
  const shown = OUTCOMES.filter((each) => counts[each] > 0 || each === outcome);
  return (
    <div className={styles.status}>
      <p className={styles.line}>
        <span role="status">
          <Badge tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Badge>
        </span>
        <span>{progressWords(progress)}</span>
      </p>
      <progress
        className={styles.bar}
        aria-label={state === "undoing" || state === "undone" ? "Undone" : "Gone through"}
        max={Math.max(1, total ?? 1)}
        value={total === null ? 0 : total === 0 ? 1 : done}
      />
      {isMoving(state) && (
        <noscript>
          <p className={styles.quiet}>Reload this page to see how far it is.</p>
        </noscript>
      )}
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

/** The newest there is to know; the page is made anew once the batch is in another state. */
function useProgress(first: BatchProgress): BatchProgress {
  const [latest, setLatest] = useState(first);
  const router = useRouter();
  // A page made anew may know more than what was asked for before.
  const isOutdated = latest.state !== first.state && !isMoving(first.state);
  const current = isOutdated ? first : latest;
  const { id, state } = current;
  const isToAsk = isMoving(state) || isMoving(first.state);
  useEffect(() => {
    if (!isToAsk) return;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      const next = await ask(id, stop.signal);
      if (!next || stop.signal.aborted) return;
      setLatest(next);
      if (next.state !== first.state) router.refresh();
    }, ASK_EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [id, isToAsk, first.state, router]);
  return current;
}

async function ask(id: string, signal: AbortSignal): Promise<BatchProgress | null> {
  try {
    const response = await fetch(`/api/batches/${id}`, { signal });
    return response.ok ? ((await response.json()) as BatchProgress) : null;
  } catch {
    // The archive is away for a moment: the next turn asks again.
    return null;
  }
}
