import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openSession } from "#lib/db/session-mark.ts";
import { MailFailure, sendMail, type Mail } from "#lib/mail/send-mail.ts";
import { changeCadence, resumeAlert } from "#lib/saved-searches/mutations-alerts.ts";
import { listDueAlerts, takeAlert } from "#lib/saved-searches/mutations-send.ts";
import { sendAlert } from "#lib/saved-searches/send-alert.ts";
import type { MailServer } from "#lib/testing/mail-server.ts";
import {
  alertOf,
  clearMails,
  DAY_MS,
  EMAIL,
  NEVER,
  provideMailServer,
  sendDue,
  subscribe,
  withGrain,
} from "#lib/testing/mailed-reader.ts";

vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

let server: MailServer;

beforeAll(async () => {
  server = await provideMailServer();
});
afterAll(() => server.close());
beforeEach(() => clearMails(server));

describe("a mail that does not go well", () => {
  it("is sent once more under the same Message-ID where the worker ended before it was noted", async () => {
    await subscribe(server);
    await withGrain();
    const sendAndDie = async (mail: Mail) => {
      await sendMail(mail);
      throw new Error("killed");
    };
    await expect(sendDue(DAY_MS, { send: sendAndDie })).rejects.toThrow("killed");
    await sendDue(DAY_MS);
    await sendDue(2 * DAY_MS);
    const [first, second, ...others] = server.mails;
    expect(others).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.messageId).toMatch(/^<[0-9a-f]{32}@archive\.test>$/);
  });

  it("is taken up at once from a worker that was killed, and from no other", async () => {
    await subscribe(server);
    await withGrain();
    const at = new Date(Date.now() + DAY_MS);
    const [due] = await listDueAlerts(at);
    const session = await openSession();
    expect(await takeAlert(due?.searchId ?? "", session.mark, at)).toMatchObject({ name: "grain" });
    expect(await listDueAlerts(at)).toEqual([]);
    await sendAlert(due?.searchId ?? "", NEVER, { now: () => at });
    expect(server.mails).toHaveLength(0);
    // As the database sees it when a process ends by `kill -9`.
    await session.close();
    await expect.poll(() => listDueAlerts(at)).toEqual([due]);
    await sendDue(DAY_MS);
    expect(server.mails).toHaveLength(1);
  });

  it("is sent by one of two workers", async () => {
    await subscribe(server);
    await withGrain();
    const now = () => new Date(Date.now() + DAY_MS);
    const [due] = await listDueAlerts(now());
    const each = () => sendAlert(due?.searchId ?? "", NEVER, { now });
    await Promise.all([each(), each(), each()]);
    expect(server.mails).toHaveLength(1);
  });

  it("is tried again after a pause, and loses nothing", async () => {
    const token = await subscribe(server);
    await withGrain();
    server.refusals[EMAIL] = { code: 450, message: "Mailbox busy" };
    await sendDue(DAY_MS);
    expect(await alertOf(token)).toMatchObject({
      state: "on",
      lastError: expect.stringMatching("busy"),
    });
    delete server.refusals[EMAIL];
    await sendDue(DAY_MS + 60_000);
    expect(server.mails).toHaveLength(0);
    await sendDue(DAY_MS + 6 * 60_000);
    expect(server.mails).toHaveLength(1);
    expect(await alertOf(token)).toMatchObject({ state: "on", lastError: null });
  });

  it("is the last where it is refused for good, until its reader begins again", async () => {
    const token = await subscribe(server);
    await withGrain();
    server.refusals[EMAIL] = { code: 550, message: "No such mailbox" };
    await sendDue(DAY_MS);
    expect(await alertOf(token)).toMatchObject({
      ...{ state: "stopped", lastError: expect.stringMatching("550 No such mailbox") },
    });
    delete server.refusals[EMAIL];
    await sendDue(30 * DAY_MS);
    expect(server.mails).toHaveLength(0);
    await resumeAlert(token);
    await sendDue(DAY_MS + 4 * 60_000);
    expect(server.mails).toHaveLength(0);
    await sendDue(DAY_MS + 6 * 60_000);
    expect(server.mails).toHaveLength(1);
    await expect(resumeAlert(token)).rejects.toThrow(/no saved search/);
  });

  it("is not tried sooner because its reader wants mails more often", async () => {
    const token = await subscribe(server, "hourly");
    await withGrain();
    server.refusals[EMAIL] = { code: 450, message: "Mailbox busy" };
    await sendDue();
    await changeCadence(token, "daily");
    await changeCadence(token, "hourly");
    delete server.refusals[EMAIL];
    await sendDue(4 * 60_000);
    expect(server.mails).toHaveLength(0);
    await sendDue(DAY_MS + 1_000);
    expect(server.mails).toHaveLength(1);
  });

  it("ends for now after ten failures, and a fault of ours is not laid on the address", async () => {
    const token = await subscribe(server);
    await withGrain();
    const send = async () => {
      throw new MailFailure({
        code: "EAUTH",
        command: "AUTH PLAIN",
        responseCode: 535,
        response: "535 Bad",
      });
    };
    for (let day = 1; day <= 9; day++) await sendDue(day * DAY_MS, { send });
    const ours = { lastError: "The archive could not hand the mail over." };
    expect(await alertOf(token)).toMatchObject({ state: "on", ...ours });
    await sendDue(10 * DAY_MS, { send });
    expect(await alertOf(token)).toMatchObject({ state: "stopped", ...ours });
  });
});
