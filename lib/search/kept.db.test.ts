import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { currentContentVersion, listenForContentChanges } from "#lib/db/content-version.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const ids: string[] = [];
let stopListening = () => Promise.resolve();

async function search(parameters: Record<string, string> = {}) {
  const { query } = parseSearch({ q: "pelican", ...parameters }, "2026-04-10");
  const { total, items, years } = await searchArticles(query);
  return { total, items: items.map(({ id }) => id).sort(), years: years.map(({ id }) => id) };
}

/** As the site does, which keeps what was found until something changes. */
beforeAll(async () => {
  stopListening = listenForContentChanges(requireDatabaseUrl());
  await vi.waitFor(() => expect(currentContentVersion()).not.toBeNull());
  for (const year of ["2024", "2025", "2025"])
    ids.push(
      await createTestArticle({ headline: "Pelican", body: "It", publishedOn: `${year}-01-01` }),
    );
});

afterAll(() => stopListening());

it("a search that is asked again finds what is new and not what is withdrawn, at once", async () => {
  const first = await search();
  expect(first).toEqual({ total: 3, items: [...ids].sort(), years: ["2025", "2024"] });
  expect(await search()).toEqual(first);
  const added = await createTestArticle({ headline: "A pelican", publishedOn: "2023-01-01" });
  expect(await search()).toMatchObject({ total: 4, years: ["2025", "2024", "2023"] });
  const withdrawn = { status: "withdrawn" as const, withdrawnAt: new Date() };
  await database.article.update({ where: { id: added }, data: withdrawn });
  expect(await search()).toEqual(first);
  await database.article.update({ where: { id: ids[0]! }, data: { rights: "metadata_only" } });
  expect(await search({ sort: "oldest" })).toEqual(first);
});

it("pages, orders and filters of one search are told apart", async () => {
  const all = await search({ sort: "newest" });
  expect((await search({ sort: "newest", page: "2" })).items).toEqual([]);
  expect(await search({ year: "2025" })).toMatchObject({ total: 2 });
  expect(await search({ "not-year": "2025" })).toMatchObject({ total: 1 });
  expect(await search({ to: "2024" })).toMatchObject({ total: 1 });
  expect(await search({ sort: "newest" })).toEqual(all);
});
