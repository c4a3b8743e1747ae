import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { suggestNames } from "#lib/search/data-suggestions.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

async function suggested(text: string): Promise<string[]> {
  return (await suggestNames(text)).map(({ insert }) => insert);
}

function withAll(name: string) {
  return {
    topics: {
      create: { topicId: `${name}-topic`, status: "confirmed" as const, confidence: 1 },
    },
    mentions: { create: { actorId: `${name}-actor`, startsAt: 0, endsAt: 3 } },
  };
}

/** A topic, a person and an outlet, all of whose names begin alike. */
async function makeNames(name: string): Promise<{ outletId: string }> {
  const label = `Mill ${name}`;
  await database.topic.create({
    data: { id: `${name}-topic`, label: `${label} topic`, definition: "A test." },
  });
  await database.actor.create({
    data: { id: `${name}-actor`, kind: "person", name: `${label} person` },
  });
  const outlet = await database.outlet.create({
    data: { slug: `${name}-outlet`, name: `${label} outlet` },
  });
  return { outletId: outlet.id };
}

beforeAll(async () => {
  const seen = await makeNames("seen");
  const id = await createTestArticle({ ...seen, ...withAll("seen"), body: "Grain." });
  await createTestArticle({ ...withAll("seen"), body: "Grain." });
  await createTestStatement({ articleId: id, words: "Grain", speakerId: "seen-actor" });
  await database.actor.update({
    where: { id: "seen-actor" },
    data: { aliases: { create: { alias: "Ångström the Miller" } } },
  });
  await database.actor.create({
    data: { id: "old-actor", kind: "person", name: "Quern", mergedIntoId: "seen-actor" },
  });
  await database.actor.create({ data: { id: "milland", kind: "country", name: "Milland" } });
  await database.mention.create({
    data: { articleId: id, actorId: "milland", startsAt: 1, endsAt: 2 },
  });
  const states = {
    draft: { status: "draft" as const, releasedAt: null },
    withdrawn: { status: "withdrawn" as const, withdrawnAt: new Date() },
    binned: { deletedAt: new Date() },
  };
  for (const [name, state] of Object.entries(states))
    await createTestArticle({ ...(await makeNames(name)), ...withAll(name), ...state });
  await makeNames("unused");
  const rejected = withAll("rejected");
  await makeNames("rejected");
  await createTestArticle({
    topics: { create: { ...rejected.topics.create, status: "rejected" } },
    mentions: { create: { ...rejected.mentions.create, status: "rejected" } },
  });
});

describe("what a search box suggests", () => {
  it.each([
    ["mill", ["topic:seen-topic", "person:seen-actor", "outlet:seen-outlet", "country:milland"]],
    ["grain mill seen t", ["topic:seen-topic"]],
    ["topic:mi", ["topic:seen-topic"]],
    ["-person:", ["person:seen-actor", "person:milland"]],
    ["speaker:mill", ["speaker:seen-actor"]],
    ["angstrom", ["person:seen-actor"]],
    ["quer", ["person:seen-actor"]],
    ["zzz", []],
    ["mill ", []],
  ])("for %s", async (text, inserts) => {
    expect((await suggested(text)).sort()).toEqual([...inserts].sort());
  });

  it.each(["draft", "withdrawn", "binned", "unused", "rejected"])(
    "is nothing that only a %s article has",
    async (name) => {
      expect(await suggested(`mill ${name}`)).toEqual([]);
      for (const field of ["topic", "person", "speaker", "outlet"])
        expect(await suggested(`${field}:${name}`)).toEqual([]);
    },
  );

  it("says what it is, by which name it was found, and how many articles have it", async () => {
    expect(await suggestNames("aid or angst")).toEqual([
      {
        label: "Mill seen person",
        note: "person, also “Ångström the Miller”, 2 articles",
        insert: "person:seen-actor",
        start: 7,
      },
    ]);
  });

  it("is what a search understands", async () => {
    for (const insert of await suggested("mill")) {
      const { query, ignored } = parseSearch({ q: insert }, "2026-01-01");
      expect(ignored).toEqual([]);
      expect((await searchArticles(query)).total).toBeGreaterThan(0);
    }
  });

  it.each(["a\0b", "%_\\", "'; DROP", '"'.repeat(300), "topic:\u0000", "\uDBFF\uDFFF mill"])(
    "fails for no text: %j",
    async (text) => {
      await expect(suggestNames(text)).resolves.toBeInstanceOf(Array);
    },
  );
});
