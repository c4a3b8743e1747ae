/** What readers do to the mails about a saved search: by its secret, or by the link in a mail. */
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS } from "#lib/db/kept-removed.ts";
import { AppError } from "#lib/errors.ts";
import { wakeWorker } from "#lib/jobs/send.ts";
import { CONFIRM_LIFE_MS } from "#lib/saved-searches/confirm-life.ts";
import { sendAlertJob } from "#lib/saved-searches/job.ts";
import { notThere } from "#lib/saved-searches/mutations.ts";
import { firstLook } from "#lib/saved-searches/schedule.ts";
import type { AlertCadence } from "#lib/saved-searches/schema.ts";
import { markFound } from "#lib/search/data-followed.ts";

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
    select: { id: true, query: true },
  });
  if (!search) throw notThere();
  const now = new Date();
  const { until, ids } = await markFound(search.query);
  const searchId = search.id;
  await database.$transaction(async (tx) => {
    await tx.searchAlert.deleteMany({
      where: { searchId, OR: [{ confirmedAt: null }, { stoppedAt: { not: null } }] },
    });
    const { count } = await tx.searchAlert.createMany({
      data: {
        ...{ searchId, email, cadence, dueAt: now, sentUntil: until, sentIds: ids },
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

/** Has the mails come more or less often. Throws `AppError` "not_found" where none are sent. */
export async function changeCadence(
  token: string,
  cadence: AlertCadence,
  now = new Date(),
): Promise<void> {
  await changeAlert(token, { cadence, dueAt: firstLook(cadence, now) });
}

/** Begins again, after mails were refused or failed too often. Throws `AppError` "not_found". */
export async function resumeAlert(token: string): Promise<void> {
  const again = { stoppedAt: null, failures: 0, lastError: null, dueAt: new Date() };
  await wakeWorker(sendAlertJob, { searchId: await changeAlert(token, again) });
}

async function changeAlert(
  token: string,
  data: Parameters<typeof database.searchAlert.updateMany>[0]["data"],
): Promise<string> {
  const search = { tokenHash: hashToken(token), deletedAt: null };
  const [row] = await database.searchAlert.updateManyAndReturn({
    // Who has not said yes is asked anew by `requestAlert` alone, which is counted.
    where: { search, confirmedAt: { not: null } },
    data,
    select: { searchId: true },
  });
  if (!row) throw notThere();
  return row.searchId;
}

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
