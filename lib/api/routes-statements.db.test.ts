import { beforeAll, describe, expect, it } from "vitest";
import * as person from "#app/api/v1/people/[id]/route.ts";
import * as statements from "#app/api/v1/statements/route.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { callRoute } from "#lib/testing/call-route.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const SAYINGS = ["one", "two", "three"].map(
  (word) => `“The ${word} of us will keep the line open.”`,
);
const ids: string[] = [];

beforeAll(async () => {
  await database.actor.create({
    data: {
      ...{ id: "brook", name: "Ada Brook", kind: "person", country: "Ukraine" },
      offices: { create: { title: "Envoy", heldFrom: new Date("2024-01-01") } },
    },
  });
  await database.actor.createMany({
    data: [
      { id: "lund", name: "Ivo Lund", kind: "person" },
      { id: "merged", name: "A. Brook", kind: "person", mergedIntoId: "brook" },
    ],
  });
  await database.topic.create({ data: { id: "lines", label: "Lines", definition: "d" } });
  const articleId = await createTestArticle({ body: `Ada Brook: ${SAYINGS.join(" ")}`, slug: "a" });
  for (const [i, words] of SAYINGS.entries()) {
    ids.push(
      await createTestStatement({
        ...{ articleId, words, speakerId: i < 2 ? "brook" : "lund", saidOn: `2025-02-0${i + 1}` },
        ...(i === 0 && { status: "confirmed" as const }),
        topics: [{ topicId: "lines", status: "suggested", confidence: 0.9 }],
      }),
    );
  }
});

async function get(path: string) {
  const response = await callRoute(statements.GET, { path });
  return { status: response.status, body: await response.json() };
}
const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

describe("GET /statements", () => {
  it("tells who said what, in what office, and where it stands", async () => {
    const { body } = await get("/?speaker=brook&sort=oldest&limit=1");
    expect(body.items[0]).toMatchObject({
      ...{ id: ids[0], path: `/statements/${ids[0]}`, status: "confirmed", kind: "direct" },
      ...{ words: SAYINGS[0]?.slice(1, -1), passage: `Ada Brook: ${SAYINGS[0]}` },
      passageParts: [{ role: null }, { text: SAYINGS[0], role: "words" }],
      speaker: { id: "brook", country: "Ukraine", offices: ["Envoy"] },
      ...{ saidOn: "2025-02-01", day: "2025-02-01", topics: [{ id: "lines" }] },
      place: expect.stringMatching(/^\/2025\/02\/27\/a#statement-[^:]+:~:text=/),
    });
  });

  it("gives page after page", async () => {
    const first = await get("/?limit=2");
    expect(idsOf(first.body)).toEqual([ids[2], ids[1]]);
    const second = await get(`/?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
  });

  it.each([
    ["speaker=lund", 1],
    ["side=ua&side=uk", 2],
    ["office=Envoy&kind=direct&kind=mixed", 2],
    ["kind=indirect", 0],
    ["q=%22three+of+us%22", 1],
    ["from=2025-02-02&to=2025", 2],
    ["confirmed=true", 1],
    ["topic=lines&outlet=nowhere", 0],
  ])("%s finds %d", async (query, count) => {
    expect(idsOf((await get(`/?${query}`)).body)).toHaveLength(count);
  });

  it.each(["kind=shouted", "side=mars", "confirmed=yes", "cursor=x", "page=2"])(
    "refuses %s",
    async (query) => {
      expect((await get(`/?${query}`)).status).toBe(400);
    },
  );
});

describe("GET /people/{id}", () => {
  const getPerson = async (id: string) => {
    const response = await callRoute(person.GET, { params: { id } });
    return { status: response.status, body: await response.json() };
  };

  it("tells the offices, and how much was said on what", async () => {
    const { body } = await getPerson("brook");
    expect(body).toMatchObject({
      ...{ id: "brook", path: "/people/brook" },
      offices: [{ title: "Envoy", heldFrom: "2024-01-01", heldTo: null }],
      statements: {
        ...{ count: 2, path: "/statements?speaker=brook" },
        byTopic: [
          {
            ...{ topic: { id: "lines", label: "Lines" }, count: 2 },
            path: "/statements?speaker=brook&topic=lines",
          },
        ],
      },
      quotedWith: [{ id: "lund", articleCount: 1 }],
    });
  });

  it("says what became of one that was merged, and that others are not there", async () => {
    expect(await getPerson("merged")).toMatchObject({ status: 410, body: { mergedInto: "brook" } });
    expect((await getPerson("nobody")).status).toBe(404);
  });
});
