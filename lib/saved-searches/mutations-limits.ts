/** How much one network may ask of the archive, and how often an address may be written to unasked. */
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { toNetwork } from "#lib/auth/sign-in-limits.ts";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";

const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

const LIMITS = {
  saves: { points: 60, duration: HOUR_S },
  mailsAsked: { points: 10, duration: HOUR_S },
  /** So that nobody can have somebody else written to again and again. */
  mailsTo: { points: 3, duration: DAY_S },
} as const;

type LimitName = keyof typeof LIMITS;

const limiters = new Map<LimitName, RateLimiterPrisma>();

function limiterOf(name: LimitName): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const store = { storeClient: database, tableName: "rateLimit" };
  const limiter = new RateLimiterPrisma({ ...store, keyPrefix: `saved-${name}`, ...LIMITS[name] });
  limiters.set(name, limiter);
  return limiter;
}

/** Counts a search that is saved. Throws `AppError` "too_many_requests". */
export async function countSave(clientAddress: string): Promise<void> {
  await count("saves", toNetwork(clientAddress));
}

/** Counts a mail that asks for a confirmation. Throws `AppError` "too_many_requests". */
export async function countMailAsked(clientAddress: string, email: string): Promise<void> {
  await count("mailsAsked", toNetwork(clientAddress));
  await count("mailsTo", email.toLowerCase());
}

async function count(name: LimitName, who: string): Promise<void> {
  try {
    await limiterOf(name).consume(hashToken(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterS = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    const message = `That was too often. Nothing was done. Please wait ${inWords(retryAfterS)}, then try again.`;
    throw new AppError("too_many_requests", message, { details: { retryAfterS } });
  }
}

function inWords(seconds: number): string {
  const [amount, unit] = seconds > HOUR_S ? [seconds / HOUR_S, "hour"] : [seconds / 60, "minute"];
  const whole = Math.ceil(amount as number);
  return `${whole} ${String(unit)}${whole === 1 ? "" : "s"}`;
}
