/** When a feed is polled next. */
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A site's own wish is honoured up to here; a slip in it must not silence a feed for ever. */
const LONGEST_WISH_MS = 7 * DAY_MS;
/** Feeds that failed together are not asked again together; nor do those that were added together. */
const JITTER = 0.1;

type Circumstances = {
  now: Date;
  intervalMinutes: number;
  /** 0 to 1, anew each time. */
  random: number;
};

/**
 * After an answer: once the interval is over, or later where the feed or the site says that it will not
 * change so soon (`freshMs`, honoured up to a day).
 */
export function afterSuccess(
  { now, intervalMinutes, random }: Circumstances,
  freshMs: number,
): Date {
  const interval = intervalMinutes * MINUTE_MS;
  return later(now, Math.max(interval, Math.min(freshMs, DAY_MS)), random);
}

/**
 * After the nth failure in a row: after the interval twice as long each time, up to a day (or the
 * interval, if that is longer), and not before the site wants to be asked (`Retry-After`, up to a week).
 */
export function afterFailure(
  { now, intervalMinutes, random }: Circumstances,
  { failures, retryAfterMs }: { failures: number; retryAfterMs: number | null },
): Date {
  const interval = intervalMinutes * MINUTE_MS;
  const backOff = Math.max(interval, Math.min(interval * 2 ** failures, DAY_MS));
  const wish = Math.min(retryAfterMs ?? 0, LONGEST_WISH_MS);
  return later(now, Math.max(backOff, wish), random);
}

/** The jitter only ever lengthens: nobody is asked sooner than they may be. */
function later(now: Date, delayMs: number, random: number): Date {
  return new Date(now.getTime() + delayMs * (1 + JITTER * random));
}
