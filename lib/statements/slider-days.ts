/** A slider with more steps than pixels skips days anyway. */
export const MAX_SLIDER_STEPS = 400;

/**
 * The days that a slider stops at: all of `days` (in order, each once), or where there are too many,
 * `MAX_SLIDER_STEPS` of them at even distances, with the first and the last.
 */
export function sliderSteps(days: readonly string[]): string[] {
  if (days.length <= MAX_SLIDER_STEPS) return [...days];
  const last = days.length - 1;
  return Array.from(
    { length: MAX_SLIDER_STEPS },
    (_, i) => days[Math.round((i * last) / (MAX_SLIDER_STEPS - 1))] ?? "",
  );
}

/** The step (from 0) of the latest of these days on or before `day`; of an earlier one, the first. */
export function stepOf(steps: readonly string[], day: string): number {
  const after = steps.findIndex((step) => step > day);
  return after < 0 ? Math.max(steps.length - 1, 0) : Math.max(after - 1, 0);
}
