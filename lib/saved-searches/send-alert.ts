/** The sending of an alert: it goes on where the table says that it was, whoever did it until then. */
import { createHash } from "node:crypto";
import { LeaseLost, openSession } from "#lib/db/session-mark.ts";
import { getEnv } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import {
  isMailConfigured,
  MailFailure,
  sendMail,
  type Mail,
  type SendMail,
} from "#lib/mail/send-mail.ts";
import {
  composeAlert,
  composeRequest,
  type AlertContent,
} from "#lib/saved-searches/compose-mail.ts";
import {
  listDueAlerts,
  makeConfirmToken,
  noteAsked,
  noteFailure,
  noteSent,
  releaseAlert,
  takeAlert,
  type AlertRun,
} from "#lib/saved-searches/mutations-send.ts";
import { afterFailure, MAX_FAILURES, nextLook } from "#lib/saved-searches/schedule.ts";
import { MAX_NEW } from "#lib/saved-searches/schema.ts";
import { findReleased, listMatches, readFollowed, takeLook } from "#lib/search/data-followed.ts";

/** More would be no mail to read; the search itself lists them all. */
const MAX_LISTED = 50;
const MAX_MESSAGE_KEY = 32;
const OUR_FAULT = "The archive could not hand the mail over.";

type Circumstances = { now(): Date; send: SendMail };

const TODAY: Circumstances = { now: () => new Date(), send: sendMail };

/** Alerts that are due; none where the archive sends no mail. */
export async function listAlertsToSend(): Promise<{ searchId: string }[]> {
  return isMailConfigured() ? await listDueAlerts() : [];
}

/**
 * Sends what an alert that is due has to say: first whether it is wanted, then what is new. How far it
 * has been sent is written once the server has taken the mail: whoever is killed between the two
 * sends that one mail once more, under the same Message-ID, and nothing is ever left out. Nothing
 * happens where it is not due or somebody else has it. What goes wrong with the mail is noted;
 * anything else is thrown, and the alert is due still.
 */
export async function sendAlert(
  searchId: string,
  signal: AbortSignal,
  circumstances: Partial<Circumstances> = {},
): Promise<void> {
  const given = { ...TODAY, ...circumstances };
  const session = await openSession();
  try {
    const run = await takeAlert(searchId, session.mark, given.now());
    if (run) await attempt(run, { ...given, signal });
  } finally {
    await session.close();
  }
}

type Sending = Circumstances & { signal: AbortSignal };

async function attempt(run: AlertRun, sending: Sending): Promise<void> {
  try {
    await (run.isConfirmed ? sendNews(run, sending) : askForConfirmation(run, sending));
  } catch (error) {
    if (error instanceof LeaseLost || sending.signal.aborted) return;
    if (!(error instanceof MailFailure)) throw error;
    await fail(run, error, sending.now());
  } finally {
    await releaseAlert(run).catch(() => undefined);
  }
}

async function askForConfirmation(run: AlertRun, { now, send, signal }: Sending): Promise<void> {
  const archiveUrl = getEnv().ARCHIVE_URL;
  const token = await makeConfirmToken(run);
  const mail = composeRequest({ archiveUrl, confirmUrl: `${archiveUrl}/alerts/confirm/${token}` });
  signal.throwIfAborted();
  await send({ ...mail, to: run.email, messageKey: keyOf("confirm", token) });
  await noteAsked(run, now());
}

async function sendNews(run: AlertRun, { now, send, signal }: Sending): Promise<void> {
  const at = now();
  const asOf = await takeLook();
  const found = await findReleased(run.query, { since: run.sent, asOf, limit: MAX_NEW });
  const listed = found.slice(0, MAX_LISTED).map(({ id }) => id);
  // The last thing before a mail is sent: what was withdrawn until this moment is not in it.
  const matches = await listMatches(run.query, listed);
  signal.throwIfAborted();
  const hasSent = matches.length > 0;
  if (hasSent) {
    const count = found.length - listed.length + matches.length;
    const isMore = found.length >= MAX_NEW;
    await send(newsMail(run, { matches, count, isMore }));
  }
  await noteSent(run, {
    mark: asOf,
    dueAt: nextLook(run.cadence, { dueAt: run.dueAt, now: at, hasSent }),
    sentAt: hasSent ? at : null,
  });
}

function newsMail(run: AlertRun, news: Pick<AlertContent, "matches" | "count" | "isMore">): Mail {
  const archiveUrl = getEnv().ARCHIVE_URL;
  const { path } = readFollowed(new URLSearchParams(run.query));
  const { until, snapshot } = run.sent;
  const mail = composeAlert({
    ...{ ...news, name: run.name, archiveUrl },
    searchUrl: `${archiveUrl}${path}`,
    endUrl: `${archiveUrl}/alerts/${run.unsubscribeToken}`,
  });
  return {
    ...mail,
    to: run.email,
    messageKey: keyOf(run.searchId, until.toISOString(), snapshot ?? ""),
    unsubscribeUrl: `${archiveUrl}/alerts/unsubscribe/${run.unsubscribeToken}`,
  };
}

/** What is still to be told stays to be told, whether it is tried again or its reader starts it again. */
async function fail(run: AlertRun, failure: MailFailure, now: Date): Promise<void> {
  const failures = run.failures + 1;
  const isOver = failure.isRefusal || failures >= MAX_FAILURES;
  const level = failure.answer === null ? "error" : "warn";
  const { reason } = failure;
  log[level]({ reason, searchId: run.searchId, failures }, "a mail was not taken");
  await noteFailure(run, {
    message: failure.answer ?? OUR_FAULT,
    dueAt: afterFailure(failures, now),
    stoppedAt: isOver ? now : null,
  });
}

function keyOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, MAX_MESSAGE_KEY);
}
