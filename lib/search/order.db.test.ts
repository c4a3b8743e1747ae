import { beforeAll, expect, it } from "vitest";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const ARTICLES = [
  ["Rain twice", "Rain on barley, and again on barley.", "2015-03-01"],
  ["Rain once, lately", "Rain fell on barley all through a day.", "2025-03-01"],
  ["Passing", `${"Nothing of note was said. ".repeat(40)} Barley.`, "2026-03-01"],
] as const;

beforeAll(async () => {
  for (const [headline, body, publishedOn] of ARTICLES) {
    await createTestArticle({ headline, body, publishedOn });
  }
});

async function headlines(sort: string): Promise<string[]> {
  const { query } = parseSearch({ q: "barley", sort }, "2026-04-10");
  return (await searchArticles(query)).items.map(({ headline }) => headline);
}

it("a newer article stands before a slightly better one where that is asked, not before a far better", async () => {
  expect(await headlines("relevance")).toEqual(["Rain twice", "Rain once, lately", "Passing"]);
  expect(await headlines("recent")).toEqual(["Rain once, lately", "Rain twice", "Passing"]);
  expect(await headlines("newest")).toEqual(["Passing", "Rain once, lately", "Rain twice"]);
});
