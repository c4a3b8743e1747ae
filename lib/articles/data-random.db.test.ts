import { expect, it } from "vitest";
import { getRandomArticlePath } from "#lib/articles/data-random.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const ARTICLES = 30;
const DRAWS = 900;

it("a random article is none in an empty archive, and later any that the public may see", async () => {
  expect(await getRandomArticlePath()).toBeNull();
  await createTestArticle({ slug: "draft", status: "draft", releasedAt: null });
  expect(await getRandomArticlePath()).toBeNull();

  const ids = [];
  for (let i = 0; i < ARTICLES; i++) ids.push(await createTestArticle({ slug: `no-${i}` }));
  // Rewritten rows leave places behind in which none lies any more.
  await database.article.updateMany({
    where: { id: { in: ids.slice(0, 10) } },
    data: { headline: "Another" },
  });
  const draws = new Map<string | null, number>();
  for (let i = 0; i < DRAWS; i++) {
    const path = await getRandomArticlePath();
    draws.set(path, (draws.get(path) ?? 0) + 1);
  }
  const expected = ids.map((_, i) => `/2025/02/27/no-${i}`);
  expect([...draws.keys()].sort()).toEqual(expected.sort());
  // Each is drawn 30 times on the average; by chance alone one in 10,000 runs has one below 8.
  expect(Math.min(...draws.values())).toBeGreaterThanOrEqual(8);
  expect(Math.max(...draws.values())).toBeLessThanOrEqual(70);
});
