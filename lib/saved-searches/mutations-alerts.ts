/** What readers do to the mails about a saved search: by its secret, or by the link in a mail. */
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS } from "#lib/db/kept-removed.ts";
import { AppError } from "#lib/errors.ts";
import { wakeWorker } from "#lib/jobs/send.ts";
import { CONFIRM_LIFE_MS } from "#lib/saved-searches/confirm-life.ts";
import { sendAlertJob } from "#lib/saved-searches/job.ts";
import { notThere } from "#lib/saved-searches/mutations.ts";
import { firstLook, INTERVAL_MS } from "#lib/saved-searches/schedule.ts";
import type { AlertCadence } from "#lib/saved-searches/schema.ts";
import { takeLook } from "#lib/search/data-followed.ts";

/**
 * Has an address asked whether it wants the mails; in place of what was asked of another before.
 * Nothing else is ever sent there unless it says yes. Throws `AppError` "not_found", "conflict" where
 * mails are sent already.
 */
export async function requestAlert(
  token: string,
  { email, cadence }: { email: string; cadence: AlertCadence },
): Promise<void> {
  const search = await database.savedSearch.findFirst({
    where: { tokenHash: hashToken(token), deletedAt: null },
    select: { id: true },
  });
  if (!search) throw notThere();
  const now = new Date();
  const { until, snapshot } = await takeLook();
  const searchId = search.id;
  await database.$transaction(async (tx) => {
    await tx.searchAlert.deleteMany({
      where: { searchId, OR: [{ confirmedAt: null }, { stoppedAt: { not: null } }] },
    });
    const { count } = await tx.searchAlert.createMany({
      data: {
        ...{ searchId, email, cadence, dueAt: now, sentUntil: until, sentSnapshot: snapshot },
        unsubscribeToken: createSecretToken(),
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("conflict", "Mails are sent already. Stop them first.");
  });
  await wakeWorker(sendAlertJob, { searchId });
}

/** Begins the mails that an address was asked about. Throws `AppError` "gone" where the link is no longer good. */
export async function confirmAlert(token: string, now = new Date()): Promise<void> {
  const alert = await database.searchAlert.findUnique({
    where: { confirmHash: hashToken(token) },
    select: { cadence: true },
  });
  const { count } = await database.searchAlert.updateMany({
    where: {
      confirmHash: hashToken(token),
      confirmSentAt: { gt: new Date(now.getTime() - CONFIRM_LIFE_MS) },
      search: { deletedAt: null },
    },
    data: {
      ...{ confirmHash: null, confirmedAt: now, failures: 0, stoppedAt: null, lastError: null },
      dueAt: firstLook(alert?.cadence ?? "daily", now),
    },
  });
  if (count === 0) {
    throw new AppError("gone", "This link was used or has expired. Ask for the mails once more.");
  }
}

/** Ends the mails that a link in them is about, and forgets the address. Again, it does nothing. */
export async function endAlertByLink(unsubscribeToken: string): Promise<void> {
  await database.searchAlert.deleteMany({ where: { unsubscribeToken } });
}

/** Ends the mails about a saved search, or the asking for them, and forgets the address. */
export async function endAlert(token: string): Promise<void> {
  await database.searchAlert.deleteMany({ where: { search: { tokenHash: hashToken(token) } } });
}

/**
 * Has the mails come more or less often: none sooner after the last one than they then may, nor within
 * the pause after a failure. Throws `AppError` "not_found" where none are sent.
 */
export async function changeCadence(
  token: string,
  cadence: AlertCadence,
  now = new Date(),
): Promise<void> {
  // One statement: the worker may send a mail meanwhile.
  const count = await database.$executeRaw`
    UPDATE search_alerts SET cadence = ${cadence}::alert_cadence, due_at = greatest(
      ${firstLook(cadence, now)}, ${afterLast(cadence)}, CASE WHEN failures > 0 THEN due_at END)
    WHERE confirmed_at IS NOT NULL AND ${isOf(token)}`;
  if (count === 0) throw notThere();
}

/**
 * Where mails were refused or failed too often, the address that they went to: to begin again is to
 * write to it unasked. Throws `AppError` "not_found".
 */
export async function getStoppedAddress(token: string): Promise<string> {
  const search = { tokenHash: hashToken(token), deletedAt: null };
  const row = await database.searchAlert.findFirst({
    // Who has not said yes is asked anew by `requestAlert` alone.
    where: { search, confirmedAt: { not: null }, stoppedAt: { not: null } },
    select: { email: true },
  });
  if (!row) throw notThere();
  return row.email;
}

/**
 * Begins again, after mails were refused or failed too often, once the pause after the failure is over.
 * Throws `AppError` "not_found".
 */
export async function resumeAlert(token: string, now = new Date()): Promise<void> {
  const [row] = await database.$queryRaw<{ searchId: string }[]>`
    UPDATE search_alerts SET stopped_at = NULL, failures = 0, last_error = NULL,
      due_at = greatest(${now}, due_at, ${afterLast("hourly")})
    WHERE confirmed_at IS NOT NULL AND stopped_at IS NOT NULL AND ${isOf(token)}
    RETURNING search_id AS "searchId"`;
  if (!row) throw notThere();
  await wakeWorker(sendAlertJob, { searchId: row.searchId });
}

const isOf = (token: string) => Prisma.sql`
  search_id IN (
    SELECT id FROM saved_searches WHERE token_hash = ${hashToken(token)} AND deleted_at IS NULL)`;

/** The soonest after the last mail; nothing where there was none. */
const afterLast = (cadence: AlertCadence) => Prisma.sql`
  last_sent_at + make_interval(secs => ${INTERVAL_MS[cadence] / 1_000})`;

/**
 * Forgets the addresses that never said yes, and those that were refused, once nobody can do anything
 * with them any more.
 */
export async function purgeAlerts(now = new Date()): Promise<number> {
  const isTooOld = { lt: new Date(now.getTime() - CONFIRM_LIFE_MS) };
  const { count } = await database.searchAlert.deleteMany({
    where: {
      OR: [
        { confirmedAt: null, confirmSentAt: isTooOld },
        { confirmedAt: null, confirmSentAt: null, requestedAt: isTooOld },
        { stoppedAt: { lt: endOfKeeping(KEPT_AFTER_REMOVAL_DAYS) } },
      ],
    },
  });
  return count;
}
