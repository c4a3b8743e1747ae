import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { provideEnv } from "#lib/env.ts";
import { getFeed, listFeedEntries } from "#lib/feeds/data.ts";
import { addFeed, askForPoll, pauseFeed, removeFeed } from "#lib/feeds/mutations.ts";
import { listDueFeeds, takeFeed } from "#lib/feeds/mutations-lease.ts";
import { pollFeed } from "#lib/feeds/poll-feed.ts";
import { feedFieldsSchema } from "#lib/feeds/schema.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { answer, FEED_TEXT, pageOf, rss, whole } from "#lib/testing/feed-site.ts";
import { closeSites, openSite, type Site } from "#lib/testing/site.ts";

const DESK = { userId: null, agent: "test" };
const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;

vi.mock("#lib/ingest/pipeline.ts", { spy: true });
// Polling begins where a test says so.
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

let site: Site;
let feedId: string;

beforeAll(() => void provideEnv({ FETCH_ALLOWED_HOSTS: "localhost" }));
beforeEach(async () => {
  await database.$executeRaw`TRUNCATE feeds, outlets, articles, originals CASCADE`;
  site = await openSite();
});
afterEach(closeSites);

async function follow(more: object = {}, path = "/feed.xml"): Promise<string> {
  const fields = feedFieldsSchema.parse({ title: "Courier", ...more });
  return (feedId = await addFeed(site.origin + path, fields, DESK));
}

let hours = 0;
/** Polls when it is due, hours after the last time. */
async function poll(signal = NEVER): Promise<void> {
  hours += 1_000;
  const now = () => new Date(Date.now() + hours * HOUR_MS);
  await pollFeed(feedId, signal, { now, random: () => 0, pauseMs: 0 });
}

const feed = () => database.feed.findUniqueOrThrow({ where: { id: feedId } });
const delayHours = async () => {
  const { nextPollAt, lastPolledAt } = await feed();
  return Math.round((nextPollAt.getTime() - (lastPolledAt?.getTime() ?? 0)) / HOUR_MS);
};
const articles = () =>
  database.article.findMany({
    select: { headline: true, sourceUrl: true, status: true, body: true, outlet: true },
    orderBy: { id: "asc" },
  });
const headlines = async () => (await articles()).map(({ headline }) => headline);
const entries = () => listFeedEntries(feedId, 1);
const audited = (action: string) =>
  database.auditEntry.findFirst({ where: { action, subjectId: feedId } });

describe("polling a feed", () => {
  it("makes a draft of each entry once, the oldest first, and asks only for what changed", async () => {
    const conditions: (string | undefined)[] = [];
    site.paths["/feed.xml"] = (req, res) => {
      conditions.push(req.headers["if-none-match"]);
      if (req.headers["if-none-match"] === '"1"') return res.writeHead(304).end();
      answer(rss(site, whole("b"), whole("a")), { etag: '"1"' })(req, res);
    };
    await follow();
    await poll();
    expect(await headlines()).toEqual(["Talks a", "Talks b"]);
    expect((await articles())[0]).toMatchObject({
      sourceUrl: `${site.origin}/a`,
      status: "draft",
      outlet: { name: "Northmark Courier: all news" },
    });
    await poll();
    expect(conditions).toEqual([undefined, '"1"']);
    expect(await feed()).toMatchObject({ failures: 0, lastError: null, etag: '"1"' });
    expect(await delayHours()).toBe(1);
    expect((await getFeed(feedId))?.entryCount).toBe(2);
  });

  it("takes nothing again for its markup, and what says something new as a version", async () => {
    await follow();
    site.paths["/feed.xml"] = answer(rss(site, whole("a")));
    await poll();
    const marked = whole("a", {
      text: `<div><p>a. <b>${FEED_TEXT}</b></p></div>`,
      more: "<x>1</x>",
    });
    site.paths["/feed.xml"] = answer(rss(site, marked));
    await poll();
    expect(await headlines()).toEqual(["Talks a"]);
    site.paths["/feed.xml"] = answer(rss(site, whole("a", { title: "Talks fail" })));
    await poll();
    // The entry's page is the same: it is a new version of the draft, which nobody had touched.
    expect(await headlines()).toEqual(["Talks fail"]);
    expect(await database.revision.count()).toBe(2);
    expect((await entries()).map(({ headline }) => headline)).toEqual(["Talks fail"]);
  });

  it("goes where the feed moved for good, and on a detour only for once", async () => {
    site.paths["/feed.xml"] = answer("", { location: "/new.xml" }, 301);
    site.paths["/new.xml"] = answer("", { location: "/today.xml" }, 302);
    site.paths["/today.xml"] = answer(rss(site, whole("a")));
    await follow();
    await poll();
    expect((await feed()).address).toBe(`${site.origin}/new.xml`);
    expect(await headlines()).toEqual(["Talks a"]);
    expect((await audited("feed.move"))?.details).toMatchObject({ to: `${site.origin}/new.xml` });
  });

  it("pauses one that moved to where another is followed", async () => {
    site.paths["/new.xml"] = answer(rss(site));
    await follow({ title: "The other" }, "/new.xml");
    site.paths["/feed.xml"] = answer("", { location: "/new.xml" }, 308);
    await follow();
    await poll();
    expect((await feed()).pausedReason).toContain("“The other” is followed already");
  });

  it("says of one that moved to where another was followed how that is followed again", async () => {
    site.paths["/new.xml"] = answer(rss(site));
    await removeFeed(await follow({ title: "The other" }, "/new.xml"), DESK);
    site.paths["/feed.xml"] = answer("", { location: "/new.xml" }, 308);
    await follow();
    await poll();
    expect((await feed()).pausedReason).toMatch(/“The other” and removed. Find it in the list/);
  });

  it("pauses one that is gone, and polls it no more", async () => {
    site.paths["/feed.xml"] = answer("", {}, 410);
    await follow();
    await poll();
    await poll();
    expect(site.asked).toEqual(["/feed.xml"]);
    const { pausedAt, pausedReason } = await feed();
    expect(pausedAt).not.toBeNull();
    expect(pausedReason).toContain("gone for good");
    expect(await audited("feed.pause")).not.toBeNull();
    expect(await listDueFeeds(new Date("2100-01-01"))).toEqual([]);
  });

  it.each([
    ["429 with a wish", answer("", { "retry-after": "18000" }, 429), /answered 429/, 5],
    ["503 without", answer("", {}, 503), /answered 503/, 2],
    ["a page", answer("<!doctype html><p>Moved.</p>"), /no feed/, 2],
    ["broken XML", answer("<rs <<< &&& ]]>"), /no feed/, 2],
    ["a cut connection", (_req, res) => void res.socket?.destroy(), /cannot be reached/, 2],
  ] satisfies [string, RequestListener, RegExp, number][])(
    "waits longer after %s, and is well again after an answer",
    async (_, failing, message, hoursLater) => {
      site.paths["/feed.xml"] = failing;
      await follow();
      await poll();
      expect((await feed()).lastError).toMatch(message);
      expect(await delayHours()).toBe(hoursLater);
      site.paths["/feed.xml"] = answer(rss(site, whole("a")), { "cache-control": "max-age=10800" });
      await poll();
      expect(await feed()).toMatchObject({ failures: 0, lastError: null });
      expect(await delayHours()).toBe(3);
    },
  );

  it("waits longer after a site that answered before and cannot be reached", async () => {
    site.paths["/feed.xml"] = answer(rss(site));
    await follow();
    await poll();
    await closeSites();
    await poll();
    expect((await feed()).lastError).toMatch(/cannot be reached/);
    expect(await delayHours()).toBe(2);
  });

  it("notes an entry that cannot be read beside those that can", async () => {
    site.paths["/feed.xml"] = answer(rss(site, whole("a"), { id: "b", title: "" }));
    await follow();
    await poll();
    expect((await entries()).map(({ outcome }) => outcome).sort()).toEqual(["failed", "stored"]);
  });

  it("takes again what failed by a fault of ours, whose article is known meanwhile", async () => {
    const told = async () =>
      (await entries())
        .map(({ headline, outcome, article }) => [headline, outcome, article !== null])
        .sort();
    site.paths["/feed.xml"] = answer(rss(site, whole("a")));
    await follow();
    await poll();
    const changed = rss(site, whole("b"), whole("a", { title: "Talks fail" }));
    site.paths["/feed.xml"] = (req, res) =>
      req.headers["if-none-match"]
        ? res.writeHead(304).end()
        : answer(changed, { etag: '"2"' })(req, res);
    vi.mocked(draftFromBytes).mockRejectedValueOnce(new TypeError("a fault"));
    await poll();
    expect(await told()).toEqual([
      ["Talks a", "failed", true],
      ["Talks b", "stored", true],
    ]);
    expect(await feed()).toMatchObject({ failures: 0, lastError: null });
    await poll();
    expect(await told()).toEqual([
      ["Talks b", "stored", true],
      ["Talks fail", "known", true],
    ]);
    expect((await feed()).etag).toBe('"2"');
  });
});

describe("at most one poll", () => {
  it("of a feed at a time, and of the feeds of one host", async () => {
    site.paths["/feed.xml"] = answer(rss(site, whole("a"), whole("b"), whole("c")));
    await follow({}, "/other.xml");
    await follow();
    const now = () => new Date(Date.now() + HOUR_MS);
    await Promise.all([1, 2].map(() => pollFeed(feedId, NEVER, { now, pauseMs: 0 })));
    expect(site.asked).toEqual(["/feed.xml"]);
    expect((await headlines()).sort()).toEqual(["Talks a", "Talks b", "Talks c"]);

    const later = new Date(Date.now() + 10 * HOUR_MS);
    expect((await listDueFeeds(later)).length).toBe(2);
    const [{ mark } = { mark: "" }] = await database.$queryRaw<{ mark: string }[]>`
      SELECT pid || '@' || extract(epoch FROM backend_start) AS mark
      FROM pg_stat_activity WHERE pid = pg_backend_pid()`;
    await takeFeed(feedId, mark, later);
    expect(await listDueFeeds(later)).toEqual([]);
  });

  it("is taken over from a worker that is dead, and not before", async () => {
    site.paths["/feed.xml"] = answer(rss(site, whole("a")));
    await follow();
    const lease = { leaseToken: randomUUID(), leaseUntil: new Date(Date.now() + HOUR_MS) };
    const where = { id: feedId };
    await database.feed.update({ where, data: { ...lease, leaseSession: "1@2" } });
    await poll();
    expect(await headlines()).toEqual(["Talks a"]);
  });

  it("loses and doubles nothing when it is ended between two entries, or another takes over", async () => {
    const stop = new AbortController();
    const teasers = ["d", "c", "b", "a"].map((id) => ({ id, teaser: "Ministers met." }));
    site.paths["/feed.xml"] = answer(rss(site, ...teasers), { etag: '"1"' });
    for (const id of ["a", "b", "c", "d"]) site.paths[`/${id}`] = pageOf(id);
    site.paths["/b"] = (req, res) => {
      stop.abort();
      pageOf("b")(req, res);
    };
    await follow({ fetchesFullText: true });
    await poll(stop.signal);
    expect(await headlines()).toEqual(["Talks a"]);
    expect(await feed()).toMatchObject({ failures: 0, etag: null, leaseToken: null });

    site.paths["/c"] = (req, res) => {
      const leaseToken = randomUUID();
      void database.feed
        .update({ where: { id: feedId }, data: { leaseToken, leaseUntil: new Date(0) } })
        .then(() => pageOf("c")(req, res));
    };
    await poll();
    expect(await headlines()).toEqual(["Talks a", "Talks b"]);
    site.paths["/c"] = pageOf("c");
    await poll();
    expect(await headlines()).toEqual(["Talks a", "Talks b", "Talks c", "Talks d"]);
    expect((await entries()).length).toBe(4);
    expect((await feed()).etag).toBe('"1"');
  });

  it("stops at the entry under way when it is paused", async () => {
    site.paths["/feed.xml"] = answer(rss(site, { id: "b" }, { id: "a" }));
    site.paths["/a"] = pageOf("a");
    site.paths["/b"] = (req, res) => void pauseFeed(feedId, DESK).then(() => pageOf("b")(req, res));
    await follow({ fetchesFullText: true });
    await poll();
    expect(await headlines()).toEqual(["Talks a"]);
    await expect(askForPoll(feedId, DESK)).rejects.toMatchObject({ code: "conflict" });
  });
});
