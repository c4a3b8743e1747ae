import { paceOf } from "#lib/jobs/pace.ts";
import type { RunProgress } from "#lib/understanding/types.ts";

export type CountedRun = Omit<RunProgress, "rate" | "secondsLeft"> & {
  stretchBeganAt: Date | null;
  stretchBeganWith: number;
};

/** How far a run is, how fast it goes and when, at that rate, it will be done. */
export function toProgress(run: CountedRun, now: Date): RunProgress {
  const { id, state, problem, isDryRun, total, done, counts } = run;
  const stretchBeganAt = state === "running" ? run.stretchBeganAt : null;
  const pace = paceOf({ ...run, stretchBeganAt }, now);
  return { id, state, problem, isDryRun, total, done, counts, ...pace };
}
