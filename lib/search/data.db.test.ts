import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch, type SearchParameters } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const FILLER = "Nothing of note was said about anything. ".repeat(30);

async function search(parameters: SearchParameters) {
  return await searchArticles(parseSearch(parameters, "2026-04-10").query);
}

async function found(parameters: SearchParameters): Promise<string[]> {
  return (await search(parameters)).items.map(({ headline }) => headline);
}

beforeAll(async () => {
  await database.topic.createMany({
    data: [
      { id: "grain", label: "Grain", definition: "Grain." },
      { id: "ports", label: "Ports", definition: "Ports." },
    ],
  });
  await database.actor.create({ data: { id: "brook", kind: "person", name: "Ada Brook" } });
  const outlet = await database.outlet.create({ data: { slug: "courier", name: "Courier" } });
  const one = await createTestArticle({
    headline: "Grain talks open",
    body: `${FILLER}\n\nAda Brook said the negotiators met in Žilina & <b>Kyiv</b>.`,
    publishedOn: "2022-03-01",
    outletId: outlet.id,
    topics: {
      create: [
        { topicId: "grain", status: "confirmed", confidence: 1 },
        { topicId: "ports", status: "rejected", confidence: 1 },
      ],
    },
    mentions: { create: { actorId: "brook", startsAt: 3, endsAt: 5 } },
  });
  await database.mention.create({
    data: { articleId: one, actorId: "brook", startsAt: 9, endsAt: 12 },
  });
  await createTestArticle({
    headline: "Ports reopen",
    body: "Grain left the ports. Talks had been long.",
    publishedOn: "2025-02-28",
    topics: {
      create: [
        { topicId: "grain", status: "suggested", confidence: 0.5 },
        { topicId: "ports", status: "suggested", confidence: 0.5 },
      ],
    },
  });
  await createTestArticle({
    headline: "Weather",
    body: "Rain on grain.",
    publishedOn: "2025-03-01",
  });
  const hidden = { body: "Secret grain talks", publishedOn: "2025-02-01" };
  await createTestArticle({
    ...hidden,
    headline: "Grain draft",
    status: "draft",
    releasedAt: null,
  });
  await createTestArticle({
    ...hidden,
    headline: "Grain gone",
    status: "withdrawn",
    withdrawnAt: new Date(),
  });
  await createTestArticle({ ...hidden, headline: "Grain binned", deletedAt: new Date() });
  await createTestArticle({
    ...hidden,
    headline: "Closed",
    rights: "metadata_only",
    summary: "A summary.",
  });
});

describe("what a search finds", () => {
  it.each([
    ["every word", "grain talks", ["Grain talks open", "Ports reopen"]],
    ["a phrase", '"left the ports"', ["Ports reopen"]],
    ["inflections", "negotiator talk opening", ["Grain talks open"]],
    ["letters without their accents", "zilina", ["Grain talks open"]],
    ["without what is excluded", "grain -rain", ["Grain talks open", "Ports reopen"]],
    ["either word", "weather or ports", ["Weather", "Ports reopen"]],
    [
      "beginnings of words, however far into their endings",
      "negotiati* ope*",
      ["Grain talks open"],
    ],
    ["a beginning that is a stop word", "weat* or the*", ["Weather"]],
    ["a beginning at the end of a phrase", '"left the por"*', ["Ports reopen"]],
    ["words near each other", "grain near/3 ports", ["Ports reopen"]],
    ["a field beside words that are too common", "topic:ports the will", ["Ports reopen"]],
    [
      "a field beside such words under or",
      "(outlet:courier the was) or weather",
      ["Grain talks open", "Weather"],
    ],
    [
      "without a field beside such words",
      "grain -(will topic:ports)",
      ["Grain talks open", "Weather"],
    ],
    ["what no index finds", "-grain", ["Closed"]],
    ["of any kind of a language", "lang:en -lang:uk rain", ["Weather"]],
    ["nothing of a draft, a withdrawn, a deleted or a closed text", "secret", []],
  ])("is %s", async (_what, q, headlines) => {
    expect((await found({ q })).sort()).toEqual([...headlines].sort());
  });

  it.each([
    "before:0001",
    "after:9999",
    "constructor",
    "__proto__",
    "the",
    "-",
    '"',
    "&|!:*()",
    "a\0b",
    "\uD800",
    "' OR 1=1 --",
    "<->",
    "%_\\",
  ])("is never an error: %j", async (q) => {
    await expect(search({ q })).resolves.toMatchObject({ total: 0 });
  });

  it("says where a text has no word to search for", async () => {
    for (const q of ["the", "-", "topic:"]) expect((await search({ q })).isSearchable).toBe(false);
    expect((await search({ q: "absent" })).isSearchable).toBe(true);
  });
});

describe("a name in a query means", () => {
  it.each([
    ["an id", "topic:grain", ["Grain talks open", "Ports reopen"]],
    [
      "a whole name, in any case and without accents",
      "topic:grÁin",
      ["Grain talks open", "Ports reopen"],
    ],
    ["a part of a name", "person:brook", ["Grain talks open"]],
    ["what a name was merged into", "topic:wheat", ["Grain talks open", "Ports reopen"]],
    ["another name of somebody", 'person:"A. B."', ["Grain talks open"]],
    ["an outlet", "outlet:Courier", ["Grain talks open"]],
    ["an outlet that was merged", 'outlet:"The Old Courier"', ["Grain talks open"]],
    ["nothing, where the archive does not know it", "topic:steel", []],
  ])("%s", async (_what, q, headlines) => {
    await database.topic.createMany({
      data: [{ id: "wheat", label: "Wheat", definition: "Wheat.", mergedIntoId: "grain" }],
      skipDuplicates: true,
    });
    await database.actorAlias.createMany({
      data: [{ actorId: "brook", alias: "A. B." }],
      skipDuplicates: true,
    });
    const courier = await database.outlet.findUniqueOrThrow({ where: { slug: "courier" } });
    await database.outlet.createMany({
      data: [{ slug: "old-courier", name: "The Old Courier", mergedIntoId: courier.id }],
      skipDuplicates: true,
    });
    expect((await found({ q })).sort()).toEqual(headlines);
  });

  it("nothing, and it is said", async () => {
    expect((await search({ q: "topic:steel grain" })).names).toEqual([
      { text: "topic:steel", meant: [] },
    ]);
  });

  it("what the answer says", async () => {
    await database.actor.create({ data: { id: "cy-brook", kind: "person", name: "Cy Brook" } });
    expect((await search({ q: "topic:Wheat -person:brooks person:BROOK" })).names).toEqual([
      { text: "topic:Wheat", meant: ["Grain"] },
      { text: "person:brooks", meant: [] },
      { text: "person:BROOK", meant: ["Ada Brook"] },
    ]);
    expect((await search({ q: 'speaker:"cy brook"' })).names[0]?.meant).toEqual(["Cy Brook"]);
    await database.actor.delete({ where: { id: "cy-brook" } });
  });
});

describe("the filters", () => {
  it("narrow by days, both ends included", async () => {
    expect(await found({ q: "grain", from: "2025-02-28", to: "28 February 2025" })).toEqual([
      "Ports reopen",
    ]);
  });

  it("narrow by topics, without rejected ones, and by person and outlet", async () => {
    expect(await found({ topic: ["grain", "ports"] })).toEqual(["Ports reopen"]);
    expect(await found({ topic: "ports" })).toEqual(["Ports reopen"]);
    expect(await found({ person: "brook" })).toEqual(["Grain talks open"]);
    expect(await found({ outlet: "courier" })).toEqual(["Grain talks open"]);
    expect(await found({ topic: "' OR true --" })).toEqual([]);
  });

  it("alone list by date", async () => {
    expect(await found({ from: "2025" })).toEqual(["Weather", "Ports reopen", "Closed"]);
    expect(await found({ from: "2025", sort: "oldest" })).toEqual([
      "Closed",
      "Ports reopen",
      "Weather",
    ]);
  });
});

describe("what the hits add up to", () => {
  it("is counted over all of them", async () => {
    expect(await search({ q: "grain" })).toMatchObject({
      total: 3,
      pageCount: 1,
      months: [
        { month: "2022-03", count: 1 },
        { month: "2025-02", count: 1 },
        { month: "2025-03", count: 1 },
      ],
      topics: [
        { id: "grain", label: "Grain", count: 2 },
        { id: "ports", label: "Ports", count: 1 },
      ],
      people: [{ id: "brook", label: "Ada Brook", count: 1 }],
      outlets: [{ id: "courier", label: "Courier", count: 1 }],
    });
  });

  it("ranks a headline before a passing word", async () => {
    expect((await found({ q: "grain" }))[0]).toBe("Grain talks open");
  });
});

describe("what is shown of a hit", () => {
  it("is the passage with its words marked, as plain text", async () => {
    const [hit] = (await search({ q: "negotiators Kyiv" })).items;
    expect(hit?.extract.map(({ text }) => text).join("")).toBe(
      "Ada Brook said the negotiators met in Žilina & <b>Kyiv</b>.",
    );
    const marked = hit?.extract.filter(({ isMatch }) => isMatch).map(({ text }) => text);
    expect(marked).toEqual(["negotiators", "Kyiv"]);
  });

  it("marks the headline too", async () => {
    const [hit] = (await search({ q: "talk", to: "2022" })).items;
    expect(hit?.headlineParts).toContainEqual({ text: "talks", isMatch: true });
  });

  it("is the summary where rights allow no text", async () => {
    const [hit] = (await search({ q: "closed" })).items;
    expect(hit?.extract.map(({ text }) => text).join("")).toBe("A summary.");
  });
});

it("counts follow topics and mentions as they are changed, rejected and merged", async () => {
  const counts = async () => {
    const { topics, people } = await search({ q: "grain" });
    return [topics.map(({ id, count }) => `${id} ${count}`), people.map(({ id }) => id)];
  };
  expect(await counts()).toEqual([["grain 2", "ports 1"], ["brook"]]);
  await database.articleTopic.updateMany({
    where: { topicId: "ports" },
    data: { status: "confirmed" },
  });
  expect(await counts()).toEqual([["grain 2", "ports 2"], ["brook"]]);
  await database.actor.create({ data: { id: "brook-2", kind: "person", name: "A. Brook" } });
  await database.mention.updateMany({ where: { actorId: "brook" }, data: { actorId: "brook-2" } });
  await database.articleTopic.deleteMany({ where: { topicId: "grain" } });
  expect(await counts()).toEqual([["ports 2"], ["brook-2"]]);
  await database.mention.updateMany({ data: { status: "rejected" } });
  expect(await counts()).toEqual([["ports 2"], []]);
});

it("an article that comes back is counted with its topics", async () => {
  const { id } = await database.article.findFirstOrThrow({ where: { headline: "Ports reopen" } });
  await database.article.update({ where: { id }, data: { deletedAt: new Date() } });
  expect((await search({ q: "ports" })).topics).toEqual([]);
  await database.article.update({ where: { id }, data: { deletedAt: null } });
  expect((await search({ q: "ports" })).topics).toEqual([
    { id: "ports", label: "Ports", count: 1 },
  ]);
});
