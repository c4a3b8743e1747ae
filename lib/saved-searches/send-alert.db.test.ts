import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { withdrawArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { provideEnv } from "#lib/env.ts";
import { getToConfirm, getToEnd } from "#lib/saved-searches/data.ts";
import {
  changeCadence,
  confirmAlert,
  endAlert,
  endAlertByLink,
  purgeAlerts,
  requestAlert,
} from "#lib/saved-searches/mutations-alerts.ts";
import { deleteSearch, restoreSearch, saveSearch } from "#lib/saved-searches/mutations.ts";
import { listAlertsToSend } from "#lib/saved-searches/send-alert.ts";
import type { MailServer } from "#lib/testing/mail-server.ts";
import {
  alertOf,
  clearMails,
  DAY_MS,
  EMAIL,
  HOUR_MS,
  provideMailServer,
  secretIn,
  sendDue,
  subscribe,
  withGrain,
} from "#lib/testing/mailed-reader.ts";

vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

const DESK = { userId: null, agent: "test" };

let server: MailServer;

beforeAll(async () => {
  server = await provideMailServer();
});
afterAll(() => server.close());
beforeEach(() => clearMails(server));

describe("an address", () => {
  it("is asked first, in words that nobody else chose, and gets nothing before it says yes", async () => {
    const token = await saveSearch("q=Buy+pills+at+evil.example", []);
    await requestAlert(token, { email: EMAIL, cadence: "daily" });
    await sendDue();
    await withGrain({ body: "Buy pills at evil.example." });
    await sendDue(10 * DAY_MS);
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail?.to).toEqual([EMAIL]);
    expect(mail?.subject).toBe("Please confirm: mails from The Diplomacy Archive");
    expect(mail?.text).toContain("The link is good for 48 hours.");
    expect(mail?.raw).not.toMatch(/pills|evil/);
    expect(await alertOf(token)).toMatchObject({ state: "asked", address: "r…@example.org" });
  });

  it("says yes by the newest link, once, within 48 hours", async () => {
    const token = await saveSearch("q=grain", []);
    await requestAlert(token, { email: EMAIL, cadence: "daily" });
    await sendDue();
    await requestAlert(token, { email: EMAIL, cadence: "weekly" });
    await sendDue();
    const [old, link] = server.mails.map(({ text }) => secretIn(text));
    await expect(confirmAlert(old ?? "")).rejects.toThrow(/was used or has expired/);
    const later = new Date(Date.now() + 49 * HOUR_MS);
    expect(await getToConfirm(link ?? "", later)).toBeNull();
    await expect(confirmAlert(link ?? "", later)).rejects.toThrow(/expired/);
    expect(await getToConfirm(link ?? "")).toMatchObject({ name: "grain", cadence: "weekly" });
    await confirmAlert(link ?? "");
    await expect(confirmAlert(link ?? "")).rejects.toThrow(/was used/);
    expect(await alertOf(token)).toMatchObject({ state: "on", cadence: "weekly" });
    const other = { email: "other@example.org", cadence: "daily" } as const;
    await expect(requestAlert(token, other)).rejects.toThrow(/Stop them first/);
  });

  it("is forgotten where it never answered, and where it was refused a month ago", async () => {
    const token = await saveSearch("q=grain", []);
    await requestAlert(token, { email: EMAIL, cadence: "daily" });
    await sendDue();
    expect(await purgeAlerts()).toBe(0);
    expect(await purgeAlerts(new Date(Date.now() + 49 * HOUR_MS))).toBe(1);
    await subscribe(server);
    expect(await purgeAlerts(new Date(Date.now() + 90 * DAY_MS))).toBe(0);
    const stopped = { stoppedAt: new Date(Date.now() - 31 * DAY_MS), lastError: "550" };
    await database.searchAlert.updateMany({ data: stopped });
    expect(await purgeAlerts()).toBe(1);
  });
});

describe("an alert", () => {
  it("tells each new article once, with its sentence, where it stands, and how to end it", async () => {
    await withGrain();
    const token = await subscribe(server);
    await withGrain({ slug: "ships-wait", headline: "Ships with grain <wait>" });
    await withGrain({ body: "Coal left the port." });
    await sendDue();
    expect(server.mails).toHaveLength(0);
    await sendDue(DAY_MS);
    await sendDue(3 * DAY_MS);
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail?.subject).toBe("1 new article: grain");
    expect(mail?.text).toContain(
      "Ships with *grain* <wait>\n27 February 2025\n*Grain* left the port.\n",
    );
    expect(mail?.text).toContain("http://localhost:3000/2025/02/27/ships-wait");
    expect(mail?.text).toContain("http://localhost:3000/search?q=grain");
    expect(mail?.html).toContain("<mark>Grain</mark> left the port.");
    expect(mail?.html).toContain("<mark>grain</mark> &lt;wait&gt;");
    expect(mail?.html).not.toMatch(/<img|<script|<link/);
    const secret = secretIn(mail?.text ?? "");
    const address = `http://localhost:3000/alerts/unsubscribe/${secret}`;
    expect(mail?.header("List-Unsubscribe")).toBe(`<${address}>`);
    expect(mail?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.header("Auto-Submitted")).toBe("auto-generated");
    expect(await alertOf(token)).toMatchObject({ state: "on", lastSentAt: expect.any(Date) });
    await endAlertByLink(secret);
    await endAlertByLink(secret);
    expect(await getToEnd(secret)).toBeNull();
    expect(await database.searchAlert.count()).toBe(0);
    expect(await alertOf(token)).toBeNull();
  });

  it("comes as it happens where that is wanted, once an hour at most", async () => {
    const token = await subscribe(server, "hourly");
    await withGrain();
    await sendDue();
    await withGrain();
    await changeCadence(token, "daily");
    await changeCadence(token, "hourly");
    await sendDue(59 * 60_000);
    expect(server.mails).toHaveLength(1);
    await sendDue(HOUR_MS + 1_000);
    expect(server.mails).toHaveLength(2);
  });

  it("tells of no article that was withdrawn before it is sent, nor says more than rights let it", async () => {
    await subscribe(server);
    const withdrawn = await withGrain({ headline: "Withdrawn" });
    await withdrawArticle(withdrawn, "It was wrong.", DESK);
    await sendDue(DAY_MS);
    expect(server.mails).toHaveLength(0);
    await withGrain({ headline: "Grain", rights: "metadata_only", summary: "A summary." });
    await sendDue(2 * DAY_MS);
    expect(server.mails[0]?.text).toContain("A summary.");
    expect(server.mails[0]?.raw).not.toMatch(/left the port|Withdrawn/);
  });

  it("lists fifty at most, and says how many there are", async () => {
    await subscribe(server);
    for (let i = 0; i < 51; i++) await withGrain();
    await sendDue(DAY_MS);
    expect(server.mails[0]?.subject).toBe("51 new articles: grain");
    expect(server.mails[0]?.text).toContain("These are the last 50 of them.");
    await sendDue(2 * DAY_MS);
    expect(server.mails).toHaveLength(1);
  });

  it("rests while its search is deleted, and ends with the reader's word", async () => {
    const token = await subscribe(server);
    await withGrain();
    await deleteSearch(token);
    await sendDue(DAY_MS);
    expect(server.mails).toHaveLength(0);
    await restoreSearch(token);
    await sendDue(DAY_MS);
    expect(server.mails).toHaveLength(1);
    await changeCadence(token, "weekly");
    await endAlert(token);
    await expect(changeCadence(token, "daily")).rejects.toThrow(/no saved search/);
    expect(await database.searchAlert.count()).toBe(0);
  });

  it("is not looked for where the archive sends no mail", async () => {
    await subscribe(server, "hourly");
    expect(await listAlertsToSend()).toHaveLength(1);
    provideEnv({ SMTP_URL: "", MAIL_FROM: "" });
    expect(await listAlertsToSend()).toEqual([]);
    provideEnv({ SMTP_URL: server.url, MAIL_FROM: "The Archive <alerts@archive.test>" });
  });
});
