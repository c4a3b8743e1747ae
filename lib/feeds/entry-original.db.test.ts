import { beforeAll, beforeEach, afterEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { provideEnv } from "#lib/env.ts";
import { listFeedEntries } from "#lib/feeds/data.ts";
import { addFeed } from "#lib/feeds/mutations.ts";
import { pollFeed } from "#lib/feeds/poll-feed.ts";
import { feedFieldsSchema } from "#lib/feeds/schema.ts";
import * as pipeline from "#lib/ingest/pipeline.ts";
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
    select: { headline: true, publishedOn: true, status: true, body: true, outlet: true },
    orderBy: { id: "asc" },
  });
const headlines = async () => (await articles()).map(({ headline }) => headline);
const entries = () => listFeedEntries(feedId, 1);

describe("full text", () => {
  const notes = async () =>
    Object.fromEntries((await entries()).map(({ headline, message }) => [headline, message]));

  it("is fetched for teasers only; where that fails, the feed's own words are kept, and why", async () => {
    const teaser = "Ministers met.";
    site.paths["/robots.txt"] = answer("User-agent: *\nDisallow: /shut");
    site.paths["/feed.xml"] = answer(
      rss(
        site,
        whole("whole"),
        { id: "open", teaser },
        { id: "shut", teaser },
        { id: "gone", teaser },
      ),
    );
    site.paths["/open"] = pageOf("open");
    site.paths["/whole"] = pageOf("whole");
    await follow({ fetchesFullText: true });
    await poll();
    const stored = await articles();
    const bodies = new Map(stored.map(({ headline, body }) => [headline, body]));
    // What the page does not say of itself, the feed does.
    expect(stored.map(({ publishedOn }) => publishedOn?.toISOString().slice(0, 10))).toEqual(
      stored.map(() => "2025-02-27"),
    );
    expect(bodies.get("Talks open")).toContain("In full, open.");
    expect(bodies.get("Talks whole")).not.toContain("In full");
    expect(bodies.get("Talks shut")).toBe(teaser);
    expect(await notes()).toEqual({
      "Talks whole": null,
      "Talks open": null,
      "Talks shut": expect.stringContaining("robots.txt"),
      "Talks gone": expect.stringContaining("answered 404"),
    });
    const original = await database.original.findFirst({
      where: { fetchedFrom: `${site.origin}/open` },
      select: { mediaType: true, bytes: true },
    });
    expect(original?.mediaType).toBe("text/html");
  });

  it("is not fetched unless the feed is set to", async () => {
    site.paths["/feed.xml"] = answer(rss(site, { id: "a", teaser: "Ministers met." }));
    await follow();
    await poll();
    expect(site.asked).toEqual(["/feed.xml"]);
    expect((await articles())[0]?.body).toBe("Ministers met.");
  });

  it("is waited for while the site is busy, three times", async () => {
    site.paths["/feed.xml"] = answer(rss(site, { id: "a", teaser: "Ministers met." }));
    site.paths["/a"] = answer("", { "retry-after": "86400" }, 429);
    await follow({ fetchesFullText: true });
    for (const failures of [1, 2, 3]) {
      await poll();
      expect([await headlines(), (await feed()).failures]).toEqual([[], failures]);
      expect(await delayHours()).toBe(24);
    }
    await poll();
    expect(await headlines()).toEqual(["Talks a"]);
    expect((await notes())["Talks a"]).toContain("answered 429");
  });

  it("that our reader stumbles over keeps no other entry back, and is fetched again", async () => {
    const teaser = "Ministers met.";
    site.paths["/feed.xml"] = answer(rss(site, { id: "b", teaser }, { id: "a", teaser }));
    for (const id of ["a", "b"]) site.paths[`/${id}`] = pageOf(id);
    await follow({ fetchesFullText: true });
    const { draftFromBytes } = await vi.importActual<typeof pipeline>("#lib/ingest/pipeline.ts");
    vi.mocked(pipeline.draftFromBytes)
      .mockImplementationOnce(draftFromBytes)
      .mockRejectedValueOnce(new TypeError("a fault"));
    await poll();
    expect(await headlines()).toEqual(["Talks b"]);
    await poll();
    expect(await headlines()).toEqual(["Talks b", "Talks a"]);
  });
});

describe("the rules of a feed", () => {
  it("file what names no outlet itself, and publish what is beyond doubt", async () => {
    const outlet = await database.outlet.create({ data: { name: "Courier", slug: "courier" } });
    await database.topic.create({ data: { id: "grain", label: "Grain", definition: "Grain." } });
    const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
    const named = whole("b", { more: `<dc:publisher ${dc}>The Times</dc:publisher>` });
    site.paths["/feed.xml"] = answer(rss(site, named, whole("a")));
    const rules = { publishesItself: true, rights: "extract", topicIds: ["grain"] };
    await follow({ outletId: outlet.id, ...rules });
    await poll();
    const stored = await database.article.findMany({
      select: { status: true, rights: true, outlet: { select: { name: true } }, topics: true },
      orderBy: { headline: "asc" },
    });
    expect(stored.map((each) => each.outlet?.name)).toEqual(["Courier", "The Times"]);
    for (const { status, rights, topics } of stored) {
      expect([status, rights]).toEqual(["published", "extract"]);
      expect(topics).toEqual([expect.objectContaining({ topicId: "grain", status: "confirmed" })]);
    }
  });

  it("publish nothing that should have been more than a teaser", async () => {
    site.paths["/feed.xml"] = answer(rss(site, { id: "a", teaser: FEED_TEXT.slice(0, 400) }));
    await follow({ publishesItself: true, fetchesFullText: true });
    await poll();
    expect((await articles()).map(({ status }) => status)).toEqual(["draft"]);
  });
});
