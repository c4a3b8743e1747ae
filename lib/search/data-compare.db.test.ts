import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { parseComparison } from "#lib/search/compare-query.ts";
import { compareSearches } from "#lib/search/data-compare.ts";
import type { SearchParameters } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const TODAY = "2026-04-10";

async function compare(parameters: SearchParameters) {
  const comparison = await compareSearches(parseComparison(parameters, TODAY), TODAY);
  const { parts } = comparison;
  const headlines = parts && {
    onlyFirst: parts.onlyFirst.items.map(({ headline }) => headline),
    both: parts.both.items.map(({ headline }) => headline),
    onlySecond: parts.onlySecond.items.map(({ headline }) => headline),
  };
  return { ...comparison, headlines };
}

beforeAll(async () => {
  await database.topic.create({ data: { id: "tolls", label: "Tolls", definition: "Tolls." } });
  const articles = [
    ["Grain leaves", "Grain left by sea.", "2022-03-01"],
    ["Grain and ports", "Grain left the ports.", "2024-05-02"],
    ["Ports reopen", "The ports took in ships.", "2025-02-28"],
    ["Ports close", "The ports shut.", "2025-03-01"],
    ["Weather", "Rain fell.", "2025-03-02"],
  ] as const;
  for (const [headline, body, publishedOn] of articles)
    await createTestArticle({ headline, body, publishedOn });
  await createTestArticle({
    headline: "Grain draft",
    body: "Grain.",
    status: "draft",
    releasedAt: null,
  });
});

describe("two searches side by side", () => {
  it("are told apart and have their own and common articles, the newest first", async () => {
    const { first, second, parts, headlines } = await compare({ a: "grain", b: "ports" });
    expect([first.total, second.total]).toEqual([2, 3]);
    expect(headlines).toEqual({
      onlyFirst: ["Grain leaves"],
      both: ["Grain and ports"],
      onlySecond: ["Ports close", "Ports reopen"],
    });
    expect(parts?.onlySecond.months).toEqual([
      { month: "2025-02", count: 1 },
      { month: "2025-03", count: 1 },
    ]);
    expect(parts?.both.path).toBe("/search?q=grain+ports&sort=newest");
  });

  it("look within the same days", async () => {
    const { headlines } = await compare({ a: "grain", b: "ports", from: "2024", to: "Feb 2025" });
    expect(headlines).toEqual({
      onlyFirst: [],
      both: ["Grain and ports"],
      onlySecond: ["Ports reopen"],
    });
  });

  it("have all in common where they are the same", async () => {
    const { parts } = await compare({ a: "ports", b: "PORTS" });
    expect(parts?.both.total).toBe(3);
    expect([parts?.onlyFirst.total, parts?.onlySecond.total]).toEqual([0, 0]);
  });

  it("leave whole what nothing is in common with", async () => {
    const { headlines } = await compare({ a: "snowflake", b: "grain" });
    expect(headlines).toEqual({
      onlyFirst: [],
      both: [],
      onlySecond: ["Grain and ports", "Grain leaves"],
    });
  });

  it("may leave out words, or be of other things than words", async () => {
    const { headlines } = await compare({ a: "-ports", b: "after:2024 (grain or rain)" });
    expect(headlines).toEqual({
      onlyFirst: ["Grain leaves"],
      both: ["Weather"],
      onlySecond: [],
    });
  });

  it.each([
    [{ a: "grain" }, true, false],
    [{ b: "grain" }, false, true],
    [{}, false, false],
    // Words too common to be stored, and what could not be used.
    [{ a: "the", b: "grain" }, false, true],
    [{ a: "grain", b: "on:noday" }, true, false],
  ])("are not compared where one asks for nothing: %o", async (parameters, first, second) => {
    const comparison = await compare(parameters);
    expect(comparison.parts).toBeNull();
    expect(comparison.first.isSearchable).toBe(first);
    expect(comparison.second.isSearchable).toBe(second);
  });

  it("say which names nothing is known by", async () => {
    const { first, second, parts } = await compare({ a: "topic:tolls", b: "topic:nothing grain" });
    expect(first.names).toEqual([{ text: "topic:tolls", meant: ["Tolls"] }]);
    expect(second.names).toEqual([{ text: "topic:nothing", meant: [] }]);
    expect(parts?.both.total).toBe(0);
  });
});
