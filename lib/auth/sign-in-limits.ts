import { isIPv6 } from "node:net";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";

const QUARTER_HOUR_S = 15 * 60;
const HOUR_S = 60 * 60;

/**
 * Failures allowed, for one account from one network, for one network, and for one account from
 * anywhere. One network alone spends at most 20 of an account's 60 an hour, so that nobody can
 * lock out an account's owner from a single place.
 */
const LIMITS = {
  pair: { points: 5, duration: QUARTER_HOUR_S },
  network: { points: 30, duration: QUARTER_HOUR_S },
  account: { points: 60, duration: HOUR_S },
} as const;

type LimitName = keyof typeof LIMITS;
type Attempt = { email: string; clientAddress: string };

const limiters = new Map<LimitName, RateLimiterPrisma>();

function limiterOf(name: LimitName): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPrisma({
    storeClient: database,
    tableName: "rateLimit",
    keyPrefix: `sign-in-${name}`,
    ...LIMITS[name],
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Keys are hashed: people also type their password where the e-mail belongs. */
function keysOf({ email, clientAddress }: Attempt): Record<LimitName, string> {
  const network = toNetwork(clientAddress);
  return {
    pair: hashToken(JSON.stringify([email, network])),
    network: hashToken(network),
    account: hashToken(email),
  };
}

/**
 * Counts an attempt to sign in before it is looked at, so that guesses sent at once all count.
 * Throws `AppError` "too_many_requests" with `retryAfterS` where too many have failed.
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  for (const name of Object.keys(LIMITS) as LimitName[]) {
    try {
      await limiterOf(name).consume(keys[name]);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext);
      throw error;
    }
  }
}

/** Takes back what `countAttempt` counted, after a success. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await limiterOf("pair").delete(keys.pair);
  await limiterOf("network").reward(keys.network);
  await limiterOf("account").reward(keys.account);
}

function tooMany(waitMs: number): AppError {
  const retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  const minutes = Math.ceil(retryAfterS / 60);
  return new AppError(
    "too_many_requests",
    `Too many failed attempts to sign in. Please wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    { details: { retryAfterS } },
  );
}

/** The network of an address: an IPv6 host commands a whole /64, so that is what counts as one. */
export function toNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const groups = head ? head.split(":") : [];
  if (tail !== undefined) {
    const known = groups.length + (tail ? tail.split(":").length : 0);
    groups.push(...Array.from({ length: Math.max(0, 8 - known) }, () => "0"));
    if (tail) groups.push(...tail.split(":"));
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}
