/** How much one network may ask of the archive, and how often an address may be written to unasked. */
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { toNetwork } from "#lib/auth/sign-in-limits.ts";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";

const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

/**
 * Mails that nobody has confirmed are counted for a network, for an address from one network, for an
 * address from anywhere, and for the archive. One network alone cannot use up an address, and many
 * together only for some hours: nobody can keep its owner from subscribing for long, nor have somebody
 * else written to again and again. The last is so that many networks cannot have the archive write to
 * many addresses.
 */
const LIMITS = {
  saves: { points: 60, duration: HOUR_S },
  mailsAsked: { points: 10, duration: HOUR_S },
  mailsToFrom: { points: 3, duration: DAY_S },
  mailsTo: { points: 5, duration: 6 * HOUR_S },
  mailsOfArchive: { points: 200, duration: HOUR_S },
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

/**
 * Counts a mail to an address that has not confirmed that it wants it, or that refused the last one.
 * Throws `AppError` "too_many_requests".
 */
export async function countMailAsked(clientAddress: string, email: string): Promise<void> {
  const network = toNetwork(clientAddress);
  const mailbox = toMailbox(email);
  await count("mailsAsked", network);
  await count("mailsToFrom", JSON.stringify([network, mailbox]));
  await count("mailsTo", mailbox);
  await count(
    "mailsOfArchive",
    "all",
    "The archive has written to as many new addresses as it may in an hour.",
  );
}

/** An address as its server most likely reads it: `A+news@Example.org` is `a@example.org`. */
function toMailbox(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*(?=@)/, "");
}

async function count(name: LimitName, who: string, what = "That was too often."): Promise<void> {
  try {
    await limiterOf(name).consume(hashToken(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterS = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    const message = `${what} Nothing was done. Please wait ${inWords(retryAfterS)}, then try again.`;
    throw new AppError("too_many_requests", message, { details: { retryAfterS } });
  }
}

function inWords(seconds: number): string {
  const [amount, unit] = seconds > HOUR_S ? [seconds / HOUR_S, "hour"] : [seconds / 60, "minute"];
  const whole = Math.ceil(amount as number);
  return `${whole} ${String(unit)}${whole === 1 ? "" : "s"}`;
}
