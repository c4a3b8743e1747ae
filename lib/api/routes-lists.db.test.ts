import { beforeAll, describe, expect, it } from "vitest";
import * as articles from "#app/api/v1/articles/route.ts";
import * as event from "#app/api/v1/events/[id]/route.ts";
import * as health from "#app/api/v1/health/route.ts";
import * as people from "#app/api/v1/people/route.ts";
import * as compare from "#app/api/v1/search/compare/route.ts";
import * as search from "#app/api/v1/search/route.ts";
import * as timeline from "#app/api/v1/timeline/route.ts";
import * as topics from "#app/api/v1/topics/route.ts";
import { searchAnswerSchema } from "#lib/api/answer-schemas.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";
import { callRoute, createTestToken } from "#lib/testing/call-route.ts";

let editor: string;
let reader: string;
let sent = 0;

beforeAll(async () => {
  await seedDemoArchive();
  editor = (await createTestToken("editor")).token;
  reader = (await createTestToken("reader")).token;
}, 60_000);

/** Sends a new article of this day, published where `publish` says so; returns its id. */
async function send(day: string, publish: boolean): Promise<string> {
  const body = `Accord in Northmark\n${day}\n\nText number ${++sent} of the test tells of an accord.\n`;
  const headers = { "content-type": "text/plain" };
  const call = { method: "POST", body, headers, path: `/?publish=${publish}`, token: editor };
  return (await (await callRoute(articles.POST, call)).json()).id;
}

async function list(handler: typeof search.GET, path: string, token?: string) {
  const response = await callRoute(handler, { path, token });
  return { status: response.status, body: await response.json() };
}

describe("lists", () => {
  it("walk through all articles once, newest first, though some come in between", async () => {
    const ids: string[] = [];
    const days: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await list(articles.GET, `/?limit=30${cursor ? `&cursor=${cursor}` : ""}`);
      ids.push(...body.items.map((item: { id: string }) => item.id));
      days.push(...body.items.map((item: { publishedOn: string }) => item.publishedOn));
      if (!cursor) await send("2029-02-27", true);
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    expect(days).toEqual(days.toSorted().reverse());
    expect(ids.length).toBeGreaterThanOrEqual(77);
  });

  it("filter articles by date, topic, person and outlet", async () => {
    const { body } = await list(
      articles.GET,
      "/?from=2025-02&to=2025&topic=us-backstop&person=starmer&outlet=archive-desk",
    );
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) expect(item.publishedOn).toMatch(/^2025-(0[2-9]|1\d)/);
    expect((await list(articles.GET, "/?topic=nonsense")).body.items).toEqual([]);
  });

  it("show drafts to editors only", async () => {
    const id = await send("2025-02-27", false);
    const drafts = await list(articles.GET, "/?status=draft", editor);
    expect(drafts.body.items[0]).toMatchObject({ id, status: "draft", path: null });
    expect((await list(articles.GET, "/?status=draft")).status).toBe(401);
    expect((await list(articles.GET, "/?status=draft", reader)).status).toBe(403);
  });

  it("compare two searches, and tell where there is nothing to compare", async () => {
    const { status, body } = await list(compare.GET, "/?a=backstop&b=troops&from=2025");
    expect(status).toBe(200);
    const { onlyFirst, both, onlySecond } = body.parts;
    expect(body.first.total).toBe(onlyFirst.total + both.total);
    expect(body.second.total).toBe(onlySecond.total + both.total);
    expect(both.items[0]).toMatchObject({ status: "published" });
    expect(both.path).toMatch(/^\/search\?q=backstop\+troops&from=2025/);
    const none = await list(compare.GET, "/?a=the&b=on:noday");
    expect(none.body.parts).toBeNull();
    expect(none.body.second.ignored).toHaveLength(1);
    expect((await list(compare.GET, "/?a=backstop")).status).toBe(400);
  });

  it("search with extracts and counts, page after page", async () => {
    const first = await list(search.GET, "/?q=Ukraine&topic=military-aid&sort=newest");
    expect(first.body.total).toBeGreaterThan(20);
    expect(first.body.items[0].extract.some((part: { isMatch: boolean }) => part.isMatch)).toBe(
      true,
    );
    const second = await list(
      search.GET,
      `/?q=Ukraine&topic=military-aid&sort=newest&cursor=${first.body.nextCursor}`,
    );
    const idsOf = ({ body }: typeof first) => body.items.map((item: { id: string }) => item.id);
    expect(idsOf(first).filter((id: string) => idsOf(second).includes(id))).toEqual([]);
    expect((await list(search.GET, "/?q=%22%00(((&from=2025-13")).status).toBe(400);
    expect((await list(search.GET, "/?q=%22%00(((%20%3A*%20%7C%26%EF%BF%BF")).status).toBe(200);
  });

  it("search by several values of each facet", async () => {
    const total = async (query: string) => (await list(search.GET, `/?${query}`)).body.total;
    const both = await total("topic=us-backstop&topic=military-aid");
    const either = await total("topic=us-backstop&topic=military-aid&topics=any");
    const [one, other] = [await total("topic=us-backstop"), await total("topic=military-aid")];
    expect(either).toBe(one + other - both);
    expect(await total("topic=us-backstop&not-topic=military-aid")).toBe(one - both);
    const { body } = await list(search.GET, "/?country=ukraine&not-person=nobody&year=2025");
    expect(searchAnswerSchema.parse(body).chosen).toMatchObject([
      { facet: "people", id: "nobody", isExcluded: true, isKnown: false },
      { facet: "countries", id: "ukraine", label: "Ukraine", noun: "country", isKnown: true },
      { facet: "years", id: "2025", count: body.total },
    ]);
    const many = Array.from({ length: 21 }, (_, i) => `topic=t${i}`).join("&");
    for (const query of ["topics=some", "year=25", many])
      expect((await list(search.GET, `/?${query}`)).status).toBe(400);
  });

  it("give the timeline by lane and day, and the events in it", async () => {
    const { body } = await list(timeline.GET, "/?lane=uk&lane=us&from=2025-02-27&to=2025-02-28");
    const types = body.items.map(({ type }: { type: string }) => type);
    expect(types).toContain("event");
    expect(types).toContain("article");
    const id = body.items.find((item: { type: string }) => item.type === "event").id;
    const response = await callRoute(event.GET, { params: { id } });
    const found = await response.json();
    expect(found.sources[0]).toHaveProperty("publisher");
    expect(found.facts.length).toBeGreaterThan(0);
    expect((await callRoute(event.GET, { params: { id: "nothing" } })).status).toBe(404);
  });

  it("give topics and people with counts", async () => {
    const vocabulary = (await list(topics.GET, "/")).body.items;
    expect(vocabulary).toHaveLength(38);
    expect(vocabulary.find(({ id }: { id: string }) => id === "us-backstop")).toMatchObject({
      broaderId: "security-guarantees",
    });
    const named = (await list(people.GET, "/")).body.items;
    expect(named.find(({ id }: { id: string }) => id === "starmer").articleCount).toBeGreaterThan(
      0,
    );
    const countries = (await list(people.GET, "/?kind=country")).body.items;
    expect(countries.every(({ kind }: { kind: string }) => kind === "country")).toBe(true);
  });

  it.each(["cursor=nonsense", "limit=0", "limit=101", "from=yesterdayish", "colour=red"])(
    "refuse %s and name the field",
    async (query) => {
      const { status, body } = await list(articles.GET, `/?${query}`);
      expect(status).toBe(400);
      expect(body.code).toBe("invalid_input");
    },
  );

  it("tell that the archive is well", async () => {
    const { status, body } = await list(health.GET, "/");
    expect(status).toBe(200);
    expect(body).toEqual({ status: "ok", databaseMs: expect.any(Number) });
  });
});
