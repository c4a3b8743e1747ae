import { beforeAll, describe, expect, it } from "vitest";
import { nameOf, listAsks } from "#lib/saved-searches/data-asks.ts";
import { database } from "#lib/db/client.ts";
import { listAllFound } from "#lib/search/data-addressed.ts";
import { readFollowed } from "#lib/search/data-followed.ts";
import { searchArticles } from "#lib/search/data.ts";
import { textWithFilters } from "#lib/search/compare-query.ts";
import { parseSearch, type SearchParameters } from "#lib/search/parse-query.ts";
import type { FacetCount } from "#lib/search/types.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const TODAY = "2026-04-10";

function queryOf(address: string) {
  const all = new URLSearchParams(address);
  const parameters: SearchParameters = {};
  for (const name of all.keys()) parameters[name] = all.getAll(name);
  return parseSearch({ ...parameters, sort: "oldest" }, TODAY).query;
}

async function found(address: string): Promise<string> {
  const { items } = await searchArticles(queryOf(address));
  return items.map(({ headline }) => headline).join(" ");
}

function inFigures(counts: readonly FacetCount[]): string {
  return counts.map(({ id, count }) => `${id} ${count}`).join(", ");
}

type Given = { topics?: string[]; actors?: string[]; outletId?: string };

async function store(headline: string, year: number, given: Given): Promise<void> {
  const { topics = [], actors = [], outletId } = given;
  const status = "confirmed";
  await createTestArticle({
    ...{ headline, body: "Grain was weighed.", publishedOn: `${year}-03-01`, outletId },
    topics: { create: topics.map((topicId) => ({ topicId, status, confidence: 1 })) },
    mentions: {
      create: actors.map((actorId, i) => ({ actorId, status, startsAt: i, endsAt: i + 1 })),
    },
  });
}

beforeAll(async () => {
  await database.topic.createMany({
    data: ["grain", "ports", "tolls"].map((id) => ({ id, label: id, definition: id })),
  });
  await database.actor.createMany({
    data: [
      { id: "brook", kind: "person", name: "Ada Brook" },
      { id: "lund", kind: "person", name: "Bo Lund" },
      { id: "norland", kind: "country", name: "Norland" },
      { id: "league", kind: "organisation", name: "The League" },
    ],
  });
  const courier = await database.outlet.create({ data: { slug: "courier", name: "Courier" } });
  const herald = await database.outlet.create({ data: { slug: "herald", name: "Herald" } });
  await store("A", 2022, { topics: ["grain", "ports"], actors: ["brook", "norland"] });
  await store("B", 2023, { topics: ["grain"], actors: ["brook", "lund"], outletId: courier.id });
  await store("C", 2024, { topics: ["ports"], actors: ["league"], outletId: herald.id });
  await store("D", 2025, { topics: ["tolls"], actors: ["norland"], outletId: courier.id });
  await store("E", 2025, {});
});

describe("chosen values find", () => {
  it.each([
    ["all topics", "topic=grain&topic=ports", "A"],
    ["any topic", "topic=grain&topic=ports&topics=any", "A B C"],
    ["no topic that is excluded", "not-topic=grain", "C D E"],
    ["one without another", "topic=ports&not-topic=grain", "C"],
    ["all people", "person=brook&person=lund", "B"],
    ["any actor as a person", "person=lund&person=league&people=any", "B C"],
    ["a country under its old name", "person=norland", "A D"],
    ["a country", "country=norland&not-person=brook", "D"],
    ["any outlet", "outlet=courier&outlet=herald", "B C D"],
    ["no outlet that is excluded", "not-outlet=courier", "A C E"],
    ["any year", "year=2022&year=2025", "A D E"],
    ["no year that is excluded", "not-year=2025", "A B C"],
    ["years within days", "year=2022&year=2025&from=2025", "D E"],
    ["of every facet at once", "topic=grain&topic=tolls&topics=any&outlet=courier&year=2025", "D"],
    ["of what is chosen and excluded", "topic=grain&not-topic=grain", ""],
  ])("%s: %s", async (_what, address, headlines) => {
    expect(await found(address)).toBe(headlines);
    expect(await found(`${address}&q=grain`)).toBe(headlines);
  });
});

describe("counts are what choosing leads to", () => {
  it("of all: what is left of the hits", async () => {
    const { topics, years } = await searchArticles(queryOf("topic=grain"));
    expect(inFigures(topics)).toBe("grain 2, ports 1");
    expect(inFigures(years)).toBe("2023 1, 2022 1");
  });

  it("of any: what the rest of the search leaves, that facet's exclusions with it", async () => {
    const one = await searchArticles(queryOf("topic=grain&topics=any&not-topic=tolls"));
    expect([one.total, inFigures(one.topics)]).toEqual([2, "grain 2, ports 2"]);
    const two = await searchArticles(queryOf("outlet=courier&year=2025&year=2022"));
    expect([two.total, inFigures(two.outlets), inFigures(two.years)]).toEqual([
      ...[1, "courier 1", "2025 1, 2023 1"],
    ]);
    expect(inFigures(two.topics)).toBe("tolls 1");
  });

  it("of people apart from countries", async () => {
    const results = await searchArticles(queryOf("person=lund&people=any"));
    expect(inFigures(results.people)).toBe("brook 2, lund 1");
    expect(inFigures(results.countries)).toBe("");
  });
});

describe("what the archive does not know", () => {
  it.each([
    ["topic=nowhere", ""],
    ["topic=grain&topic=nowhere", ""],
    ["topic=grain&topic=nowhere&topics=any", "A B"],
    ["topic=nowhere&topics=any", ""],
    ["country=brook", ""],
    ["year=soon", ""],
    ["topic=grain&not-topic=nowhere&not-year=soon&not-country=brook", "A B"],
  ])("finds nothing, and excludes nothing: %s", async (address, headlines) => {
    expect(await found(address)).toBe(headlines);
  });

  it("is said, and the rest goes by its name", async () => {
    const address = "topic=nowhere&person=league&person=norland&not-outlet=courier&year=2025";
    const { chosen } = await searchArticles(queryOf(address));
    expect(
      chosen.map(({ noun, label, isExcluded, isKnown }) => [noun, label, isExcluded, isKnown]),
    ).toEqual([
      ["topic", "nowhere", false, false],
      ["organisation", "The League", false, true],
      ["country", "Norland", false, true],
      ["outlet", "Courier", true, true],
      ["year", "2025", false, true],
    ]);
  });
});

describe("elsewhere", () => {
  const address = "q=grain&topic=grain&topic=tolls&topics=any&not-person=lund&year=2022&year=2025";

  it("a file of the search holds the same", async () => {
    const { groups, path } = await listAllFound(new URLSearchParams(address), 10);
    expect([...groups].flat()).toHaveLength(2);
    expect(path).toBe(`/search?${address}`);
  });

  it("a saved search keeps it, in words too", async () => {
    const followed = readFollowed(new URLSearchParams(`page=2&${address}`));
    expect(followed.parameters).toBe(address);
    const asks = await listAsks(followed);
    expect(nameOf(asks)).toBe("grain, grain or tolls, not Bo Lund, 2022 or 2025");
  });

  it("a comparison finds the same by words", async () => {
    const text = textWithFilters(queryOf(address));
    expect(await found(String(new URLSearchParams({ q: text })))).toBe(await found(address));
  });
});
