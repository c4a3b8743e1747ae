import { beforeAll, expect, it } from "vitest";
import { listDayBars } from "#lib/search/data-days.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch, type SearchParameters } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

async function dayBars(parameters: SearchParameters): Promise<[string, number][] | null> {
  const { query } = parseSearch(parameters, "2026-04-10");
  const bars = await listDayBars(query, await searchArticles(query));
  return bars && bars.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]);
}

beforeAll(async () => {
  const body = "Grain left the ports.";
  for (const publishedOn of ["2024-12-31", "2025-02-27", "2025-02-27", "2025-02-28"])
    await createTestArticle({ body, publishedOn });
  await createTestArticle({ body, publishedOn: "2025-02-28", status: "draft", releasedAt: null });
  await createTestArticle({ body: "Weather.", publishedOn: "2025-02-27" });
});

it("counts what a search finds on each day, where it is about two months or less", async () => {
  const found = [
    ["2025-02-27", 2],
    ["2025-02-28", 1],
  ];
  expect(await dayBars({ q: "grain", from: "2025-02", to: "2025-02" })).toEqual(found);
  expect(await dayBars({ q: "grain in:2025" })).toEqual(found);
  expect(await dayBars({ q: "grain", from: "2025-02-28", to: "2025-02-28" })).toEqual([found[1]]);
  expect(await dayBars({ q: "grain" })).toBeNull();
  expect(await dayBars({ q: "nothing", from: "2025-02", to: "2025-02" })).toBeNull();
});
