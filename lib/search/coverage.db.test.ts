import { expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

it("statements that readers see are counted, and among them those of unnamed sources", async () => {
  const id = await createTestArticle({
    headline: "Ferry",
    body: "The ferry sails on Monday, an official said. It was late, a sailor said.",
    publishedOn: "2025-03-03",
  });
  const counted = async () => {
    const { statements, unnamed } = (
      await searchArticles(parseSearch({ q: "ferry" }, "2026-04-10").query)
    ).coverage;
    return [statements, unnamed];
  };
  expect(await counted()).toEqual([0, 0]);
  const official = { articleId: id, words: "The ferry sails on Monday", isAnonymous: true };
  await createTestStatement(official);
  const sailor = await createTestStatement({ articleId: id, words: "It was late" });
  expect(await counted()).toEqual([2, 1]);
  const rejected = { status: "rejected", decidedAt: new Date() } as const;
  await database.statement.update({ where: { id: sailor }, data: rejected });
  expect(await counted()).toEqual([1, 1]);
  await database.article.update({ where: { id }, data: { deletedAt: new Date() } });
  await database.article.update({ where: { id }, data: { deletedAt: null } });
  expect(await counted()).toEqual([1, 1]);
  await database.article.update({ where: { id }, data: { rights: "metadata_only" } });
  expect(await counted()).toEqual([0, 0]);
});
