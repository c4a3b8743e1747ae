/** Who sends an alert, one worker at a time, and what became of it. */
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isHeld, LeaseLost } from "#lib/db/session-mark.ts";
import type { AlertCadence } from "#lib/saved-searches/schema.ts";
import type { Look, ReleaseMark } from "#lib/search/types.ts";
import { toColumnText } from "#lib/text/clean.ts";

/** Longer than a search and a mail take; a worker that was killed is noticed by its session. */
const LEASE_SECONDS = 5 * 60;
const MAX_ERROR_CHARACTERS = 300;

/** An alert that this process sends; nobody else does while it holds. */
export type AlertRun = {
  searchId: string;
  leaseToken: string;
  email: string;
  cadence: AlertCadence;
  /** False: it is to be asked whether it wants mails. */
  isConfirmed: boolean;
  unsubscribeToken: string;
  sent: ReleaseMark;
  dueAt: Date;
  /** In a row, before this. */
  failures: number;
  name: string;
  query: string;
};

type RunRow = Omit<AlertRun, "leaseToken" | "sent"> & {
  sentUntil: Date;
  sentSnapshot: string | null;
};

/** `search_alerts` of which something is to be sent by `now`, and that nobody sends. */
const isDue = (now: Date) => Prisma.sql`
  stopped_at IS NULL AND due_at <= ${now}
  AND (confirmed_at IS NOT NULL OR confirm_sent_at IS NULL)
  AND EXISTS (
    SELECT 1 FROM saved_searches WHERE id = search_alerts.search_id AND deleted_at IS NULL)
  AND NOT ${isHeld("search_alerts")}`;

/** Alerts that are due and that nobody sends. */
export async function listDueAlerts(now = new Date()): Promise<{ searchId: string }[]> {
  return await database.$queryRaw<{ searchId: string }[]>`
    SELECT search_id AS "searchId" FROM search_alerts WHERE ${isDue(now)}
    ORDER BY due_at LIMIT 100`;
}

/** Takes an alert that is due. Null: it is not, or somebody has it. */
export async function takeAlert(
  searchId: string,
  session: string,
  now: Date,
): Promise<AlertRun | null> {
  const leaseToken = crypto.randomUUID();
  const [row] = await database.$queryRaw<RunRow[]>`
    UPDATE search_alerts SET lease_token = ${leaseToken}::uuid, lease_session = ${session},
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM saved_searches AS saved
    WHERE search_id = ${searchId}::uuid AND saved.id = search_id AND ${isDue(now)}
    RETURNING search_id AS "searchId", email, cadence::text AS cadence,
      confirmed_at IS NOT NULL AS "isConfirmed", unsubscribe_token AS "unsubscribeToken",
      sent_until AS "sentUntil", sent_snapshot AS "sentSnapshot", due_at AS "dueAt", failures,
      saved.name, saved.query`;
  if (!row) return null;
  const { sentUntil, sentSnapshot, ...run } = row;
  return { ...run, leaseToken, sent: { until: sentUntil, snapshot: sentSnapshot } };
}

/**
 * Makes the secret of the link that confirms an alert. It is good before the mail is on its way, and no
 * longer once another is made. Throws `LeaseLost`.
 */
export async function makeConfirmToken(run: AlertRun): Promise<string> {
  const token = createSecretToken();
  await note(run, { confirmHash: hashToken(token) });
  return token;
}

/** Notes that the mail that asks for a confirmation is sent; its link is good from now on. */
export async function noteAsked(run: AlertRun, now: Date): Promise<void> {
  await note(run, { ...WELL, confirmSentAt: now });
}

/** Notes how far an alert has been sent, or that there was nothing to send, and when it is due next. */
export async function noteSent(
  run: AlertRun,
  { mark, dueAt, sentAt }: { mark: Look; dueAt: Date; sentAt: Date | null },
): Promise<void> {
  const { until, snapshot } = mark;
  const when = sentAt && { lastSentAt: sentAt };
  await note(run, { ...WELL, ...when, sentUntil: until, sentSnapshot: snapshot, dueAt });
}

type Failure = { message: string; dueAt: Date; stoppedAt: Date | null };

/** Notes that a mail was not taken, and why; how far the alert has been sent stays as it was. */
export async function noteFailure(run: AlertRun, failure: Failure): Promise<void> {
  const { message, dueAt, stoppedAt } = failure;
  const lastError = toColumnText(message, MAX_ERROR_CHARACTERS);
  await note(run, { lastError, dueAt, stoppedAt, failures: run.failures + 1 });
}

/** Lets go of an alert, so that whoever comes next need not wait. */
export async function releaseAlert({ searchId, leaseToken }: AlertRun): Promise<void> {
  await database.searchAlert.updateMany({
    where: { searchId, leaseToken },
    data: { leaseToken: null, leaseUntil: null, leaseSession: null },
  });
}

const WELL = { failures: 0, lastError: null } as const;

/** Nothing is written where its reader has ended it meanwhile. */
async function note(
  { searchId, leaseToken }: AlertRun,
  data: Prisma.SearchAlertUpdateManyMutationInput,
): Promise<void> {
  const { count } = await database.searchAlert.updateMany({
    where: { searchId, leaseToken },
    data,
  });
  if (count === 0) throw new LeaseLost();
}
