/** A reader of a saved search who is mailed what is new in it, and the server that takes the mails. */
import { database } from "#lib/db/client.ts";
import { provideEnv } from "#lib/env.ts";
import { getSaved } from "#lib/saved-searches/data.ts";
import { confirmAlert, requestAlert } from "#lib/saved-searches/mutations-alerts.ts";
import { listDueAlerts } from "#lib/saved-searches/mutations-send.ts";
import { saveSearch } from "#lib/saved-searches/mutations.ts";
import { sendAlert } from "#lib/saved-searches/send-alert.ts";
import type { AlertCadence } from "#lib/saved-searches/schema.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { openMailServer, type MailServer } from "#lib/testing/mail-server.ts";

export const EMAIL = "reader@example.org";
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const NEVER = new AbortController().signal;

/** A mail server that the archive of this process is set up with. */
export async function provideMailServer(): Promise<MailServer> {
  const server = await openMailServer();
  provideEnv({ SMTP_URL: server.url, MAIL_FROM: "The Archive <alerts@archive.test>" });
  return server;
}

/** Begins anew: no saved search, no article, no mail. */
export async function clearMails(server: MailServer): Promise<void> {
  await database.$executeRaw`TRUNCATE saved_searches, search_alerts, articles, rate_limits CASCADE`;
  server.mails.length = 0;
  for (const address of Object.keys(server.refusals)) delete server.refusals[address];
}

/** An article that a search for grain finds. */
export function withGrain(more: object = {}): Promise<string> {
  const body = "It rained. Grain left the port.";
  return createTestArticle({ headline: "Ships wait", body, ...more });
}

/** Sends what is due after so long. */
export async function sendDue(
  afterMs = 0,
  more: Parameters<typeof sendAlert>[2] = {},
): Promise<void> {
  const now = () => new Date(Date.now() + afterMs);
  for (const { searchId } of await listDueAlerts(now()))
    await sendAlert(searchId, NEVER, { now, ...more });
}

/** The secret of the link in a mail; "" where it has none. */
export function secretIn(text: string): string {
  return /\/alerts\/(?:confirm\/)?([\w-]{43})/.exec(text)?.[1] ?? "";
}

/** A search for grain of which mails are sent; those that it took to get there are forgotten. */
export async function subscribe(
  server: MailServer,
  cadence: AlertCadence = "daily",
): Promise<string> {
  const token = await saveSearch("q=grain", []);
  await requestAlert(token, { email: EMAIL, cadence });
  await sendDue();
  await confirmAlert(secretIn(server.mails.at(-1)?.text ?? ""));
  server.mails.length = 0;
  return token;
}

/** What its reader sees of the mails about a saved search. */
export async function alertOf(token: string) {
  return (await getSaved(token))?.alert;
}
