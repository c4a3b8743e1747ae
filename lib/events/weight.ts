/** What one step of an editor's lift is worth. */
export const LIFT_POINTS = 20;

/**
 * How much an event weighs where not all can be named, from 0 to 100: its computed importance, moved
 * by the steps (−2 to 2) by which an editor lifted or lowered it.
 */
export function weightOf({ importance, lift }: { importance: number; lift: number }): number {
  return Math.min(100, Math.max(0, importance + LIFT_POINTS * lift));
}
