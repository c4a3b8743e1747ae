import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { toNetwork } from "#lib/auth/sign-in-limits.ts";
import { AppError } from "#lib/errors.ts";

const WINDOW_S = 60;
const REQUESTS_PER_NETWORK = 600;
const REQUESTS_PER_PERSON = 3_000;
const BAD_TOKENS_PER_NETWORK = 30;
/** Some five a second of one who types; a reading room may share a network. */
const LETTERS_PER_NETWORK = 3_000;
/** Each keeps a core busy for half a second. */
const PICTURES_PER_NETWORK = 30;

/**
 * Of requests without a token, of those with one, of tokens that turn out to be none, of what a search
 * box asks while somebody types, and of pictures that are drawn point by point.
 */
export type RateLimitName = "network" | "person" | "badToken" | "typing" | "picture";
export type RateLimitHeaders = Record<"RateLimit-Policy" | "RateLimit", string>;

export const RATE_LIMITS: Record<RateLimitName, { points: number; duration: number }> = {
  network: { points: REQUESTS_PER_NETWORK, duration: WINDOW_S },
  person: { points: REQUESTS_PER_PERSON, duration: WINDOW_S },
  badToken: { points: BAD_TOKENS_PER_NETWORK, duration: WINDOW_S },
  typing: { points: LETTERS_PER_NETWORK, duration: WINDOW_S },
  picture: { points: PICTURES_PER_NETWORK, duration: WINDOW_S },
};

// Counted in the memory of each process: the limit guards the process's own time, and a count
// shared through the database would cost each answer more than most answers cost. N servers
// allow N times as much; the sign-in form, where guesses matter, counts in the database.
const holder = globalThis as typeof globalThis & {
  archiveRateLimiters?: Record<RateLimitName, RateLimiterMemory>;
};
const limiters = (holder.archiveRateLimiters ??= {
  network: new RateLimiterMemory({ keyPrefix: "network", ...RATE_LIMITS.network }),
  person: new RateLimiterMemory({ keyPrefix: "person", ...RATE_LIMITS.person }),
  badToken: new RateLimiterMemory({ keyPrefix: "badToken", ...RATE_LIMITS.badToken }),
  typing: new RateLimiterMemory({ keyPrefix: "typing", ...RATE_LIMITS.typing }),
  picture: new RateLimiterMemory({ keyPrefix: "picture", ...RATE_LIMITS.picture }),
});

/**
 * Counts a request, against a network address or a person's id, and returns the headers that tell
 * how much is left. Throws `AppError` "too_many_requests" with `retryAfterS` where nothing is.
 */
export async function countRequest(name: RateLimitName, who: string): Promise<RateLimitHeaders> {
  try {
    return toHeaders(name, await limiters[name].consume(keyOf(name, who)));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(name, error);
    throw error;
  }
}

/** Throws as `countRequest` does where nothing is left, without counting. */
export async function requireUnspent(name: RateLimitName, who: string): Promise<void> {
  const spent = await limiters[name].get(keyOf(name, who));
  if (spent && spent.remainingPoints <= 0) throw tooMany(name, spent);
}

function keyOf(name: RateLimitName, who: string): string {
  return name === "person" ? who : toNetwork(who);
}

function toHeaders(name: RateLimitName, { remainingPoints, msBeforeNext }: RateLimiterRes) {
  const { points, duration } = RATE_LIMITS[name];
  return {
    "RateLimit-Policy": `"${name}";q=${points};w=${duration}`,
    RateLimit: `"${name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`,
  };
}

function tooMany(name: RateLimitName, state: RateLimiterRes): AppError {
  const retryAfterS = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return new AppError(
    "too_many_requests",
    `More than ${RATE_LIMITS[name].points} requests in ${WINDOW_S} seconds. Nothing was done. Please wait ${retryAfterS} s.`,
    { details: { retryAfterS } },
  );
}
