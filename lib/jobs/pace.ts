/** A rate from less than this would jump about. */
const SHORTEST_STRETCH_MS = 1_000;

type Work = {
  done: number;
  /** Null while that is not known. */
  total: number | null;
  /** Since when, and from how many on, it has been done without a pause; null: it is not being done. */
  stretchBeganAt: Date | null;
  stretchBeganWith: number;
};

/** How many are done a second, and how long the rest takes at that rate; null while not known. */
export function paceOf(
  { done, total, stretchBeganAt, stretchBeganWith }: Work,
  now: Date,
): { rate: number | null; secondsLeft: number | null } {
  const elapsedMs = stretchBeganAt ? now.getTime() - stretchBeganAt.getTime() : 0;
  const count = done - stretchBeganWith;
  const isKnown = elapsedMs >= SHORTEST_STRETCH_MS && count > 0;
  const rate = isKnown ? (1_000 * count) / elapsedMs : null;
  return { rate, secondsLeft: rate && total !== null ? Math.ceil((total - done) / rate) : null };
}
