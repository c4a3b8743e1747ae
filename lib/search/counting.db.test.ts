import type * as timers from "node:timers/promises";
import { beforeEach, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { searchArticles } from "./data.ts";
import { viewIndex } from "./data-index.ts";
import { parseSearch } from "./parse-query.ts";

/** What happens between finding the first page of a search and counting all of it. */
let meanwhile: () => Promise<void> = async () => undefined;
vi.mock("node:timers/promises", async (original) => ({
  ...(await original<typeof timers>()),
  setImmediate: () => meanwhile(),
}));

const QUERY = parseSearch({ q: "harbour" }, "2026-04-10").query;

async function publish(): Promise<void> {
  await createTestArticle({ body: "The harbour." });
  // Another search comes upon it.
  await viewIndex();
}

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE articles, originals CASCADE`;
  meanwhile = async () => undefined;
  await publish();
});

it("lists and counts the same articles where one is published between the two", async () => {
  meanwhile = async () => {
    meanwhile = async () => undefined;
    await publish();
  };
  const { total, items } = await searchArticles(QUERY);
  expect([total, items.length]).toEqual([2, 2]);
});

it("counts at last in the same moment where articles are published all the time", async () => {
  let published = 1;
  meanwhile = async () => {
    published++;
    await publish();
  };
  const { total, items } = await searchArticles(QUERY);
  expect(total).toBe(items.length);
  expect(total).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(published);
});
