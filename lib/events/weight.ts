const STEP = 20;

/**
 * What an event counts for where not all can be named, 0 to 100: its computed importance (0 to 100),
 * and 20 for each step (-2 to 2) by which an editor lifted it.
 */
export function weightOf({ importance, lift }: { importance: number; lift: number }): number {
  return Math.min(100, Math.max(0, importance + STEP * lift));
}
