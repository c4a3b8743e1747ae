import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { getFeed, listFeeds } from "#lib/feeds/data.ts";
import {
  addFeed,
  editFeed,
  pauseFeed,
  purgeRemovedFeeds,
  removeFeed,
  restoreFeed,
  resumeFeed,
} from "#lib/feeds/mutations.ts";
import { listDueFeeds } from "#lib/feeds/mutations-lease.ts";
import { feedAddressSchema, feedFieldsSchema } from "#lib/feeds/schema.ts";

vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

const DESK = { userId: null, agent: "test" };
const ADDRESS = "https://courier.example/feed.xml";
const HOUR_MS = 3_600_000;
const fieldsOf = (more: object = {}) => feedFieldsSchema.parse({ title: "Courier", ...more });
const isDue = async () => (await listDueFeeds()).length > 0;

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE feeds CASCADE`;
});

describe("a feed", () => {
  it("is followed once, also by two at the same moment", async () => {
    const both = [1, 2].map(() => addFeed(ADDRESS, fieldsOf(), DESK));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(addFeed(ADDRESS, fieldsOf(), DESK)).rejects.toMatchObject({
      code: "invalid_input",
      message: "It is followed already, as “Courier”.",
    });
  });

  it("is not due while it is paused or removed, and is at once when it is taken up again", async () => {
    const id = await addFeed(ADDRESS, fieldsOf(), DESK);
    expect(await isDue()).toBe(true);
    await pauseFeed(id, DESK);
    expect(await isDue()).toBe(false);
    await resumeFeed(id, DESK);
    await database.feed.update({ where: { id }, data: { nextPollAt: new Date("2100-01-01") } });
    await removeFeed(id, DESK);
    await expect(resumeFeed(id, DESK)).rejects.toMatchObject({ code: "conflict" });
    await restoreFeed(id, DESK);
    expect(await isDue()).toBe(true);
    const audit = await database.auditEntry.findMany({
      where: { subjectId: id },
      select: { action: true },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action.replace("feed.", ""))).toEqual(
      "add pause resume remove restore".split(" "),
    );
  });

  it("is forgotten 30 days after it was removed, and says until then how to take it back", async () => {
    const id = await addFeed(ADDRESS, fieldsOf(), DESK);
    await removeFeed(id, DESK);
    await expect(addFeed(ADDRESS, fieldsOf(), DESK)).rejects.toThrow("follow it again");
    expect([await purgeRemovedFeeds(), (await listFeeds()).length]).toEqual([0, 1]);
    const longAgo = new Date(Date.now() - 31 * 24 * HOUR_MS);
    await database.feed.update({ where: { id }, data: { removedAt: longAgo } });
    expect([await purgeRemovedFeeds(), await getFeed(id)]).toEqual([1, null]);
  });

  it("is polled sooner when its interval is made shorter, though not one that fails", async () => {
    const id = await addFeed(ADDRESS, fieldsOf({ intervalMinutes: 1440 }), DESK);
    const polledAt = new Date();
    const inHours = (hours: number) => new Date(polledAt.getTime() + hours * HOUR_MS);
    const where = { id };
    const nextPollAt = inHours(24);
    await database.feed.update({ where, data: { lastPolledAt: polledAt, nextPollAt } });
    await editFeed(id, fieldsOf({ intervalMinutes: 60 }), DESK);
    expect((await getFeed(id))?.nextPollAt).toEqual(inHours(1));
    const failing = { failures: 2, lastError: "Away.", nextPollAt: inHours(4) };
    await database.feed.update({ where, data: failing });
    await editFeed(id, fieldsOf({ intervalMinutes: 15 }), DESK);
    expect((await getFeed(id))?.nextPollAt).toEqual(inHours(4));
  });
});

it.each([
  ["courier.example/feed.xml", ADDRESS],
  [" https://Courier.example/feed.xml#top ", ADDRESS],
  ["http://localhost:8080", "http://localhost:8080/"],
  ["ftp://courier.example/", null],
  ["javascript:alert(1)", null],
  ["https://ada:secret@courier.example/", null],
  ["", null],
])("an address typed as %j is %j", (typed, address) => {
  expect(feedAddressSchema.safeParse(typed).data ?? null).toBe(address);
});
