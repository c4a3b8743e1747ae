import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { searchArticles } from "./data.ts";
import { viewIndex } from "./data-index.ts";
import { withPostings } from "./data-postings.ts";
import { cleanSegments, indexPending } from "./mutations-index.ts";
import { parseSearch } from "./parse-query.ts";

const FILLING = 210;
const TODAY = "2026-04-10";

async function count(q: string): Promise<number> {
  return (await searchArticles(parseSearch({ q }, TODAY).query)).total;
}

async function fill(word: string, articles = FILLING): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < articles; i++)
    ids.push(await createTestArticle({ headline: `Number ${i}`, body: `The ${word} of the day.` }));
  return ids;
}

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE articles, originals CASCADE`;
});

describe("the index of the search", () => {
  it("knows an article from its publication to its withdrawal, before and after it is in a segment", async () => {
    expect(await count("harbour")).toBe(0);
    const [first = "", second = ""] = await fill("harbour");
    expect(await count("harbour")).toBe(FILLING);
    const withdrawn = { status: "withdrawn" as const, withdrawnAt: new Date() };
    await database.article.update({ where: { id: first }, data: withdrawn });
    expect(await count("harbour")).toBe(FILLING - 1);
    expect(await indexPending()).toBe(FILLING - 1);
    expect(await count("harbour")).toBe(FILLING - 1);
    await database.article.update({ where: { id: second }, data: withdrawn });
    expect(await count("harbour")).toBe(FILLING - 2);
    await database.article.update({
      where: { id: first },
      data: { status: "published", withdrawnAt: null },
    });
    expect(await count("harbour")).toBe(FILLING - 1);
  });

  it("forgets the words that an article had before it was corrected", async () => {
    const [id = ""] = await fill("lantern");
    await indexPending();
    await database.article.update({ where: { id }, data: { body: "The beacon of the day." } });
    expect([await count("lantern"), await count("beacon")]).toEqual([FILLING - 1, 1]);
  });

  it("joins segments without losing or doubling anything", async () => {
    for (let i = 0; i < 9; i++) {
      await fill("meadow");
      await indexPending();
      expect(await count("meadow")).toBe(FILLING * (i + 1));
    }
    const segments = await database.searchSegment.findMany();
    expect(segments.map(({ articles }) => articles).sort()).toEqual([FILLING * 8, FILLING].sort());
    expect(await count('"meadow of the day"')).toBe(FILLING * 9);
  }, 60_000);

  it("answers exactly while it is being made", async () => {
    const ids = await fill("orchard", FILLING * 2);
    let isDone = false;
    const indexing = indexPending().finally(() => (isDone = true));
    const counts = new Set<number>();
    do counts.add(await count("orchard"));
    while (!isDone);
    await indexing;
    counts.add(await count("orchard"));
    expect([...counts]).toEqual([ids.length]);
  });

  it("leaves what is withdrawn while it is being made out of it", async () => {
    const [id = ""] = await fill("quarry");
    await Promise.all([
      indexPending(),
      database.article.update({ where: { id }, data: { deletedAt: new Date() } }),
    ]);
    expect(await count("quarry")).toBe(FILLING - 1);
  });

  it("holds no word of what is gone once it is cleaned, and all others", async () => {
    const [first = "", ...others] = await fill("saddle");
    await database.article.update({ where: { id: first }, data: { body: "The secretum of old." } });
    await indexPending();
    const wordsLeft = () =>
      database.searchPosting.count({ where: { term: { in: ["secretum", "saddl"] } } });
    expect(await wordsLeft()).toBe(2);
    await database.article.delete({ where: { id: first } });
    expect(await cleanSegments()).toBe(1);
    expect(await cleanSegments()).toBe(0);
    expect(await wordsLeft()).toBe(1);
    expect([await count("secretum"), await count("saddle")]).toEqual([0, others.length]);
    expect(await count('"saddle of the day"')).toBe(others.length);
  });

  it("is looked at once more where a segment is gone that a request was to read", async () => {
    const [first = "", ...others] = await fill("causeway");
    await indexPending();
    const since = performance.now();
    await viewIndex(since);
    await database.article.delete({ where: { id: first } });
    expect(await cleanSegments()).toBe(1);
    const term = "causeway";
    const held = await withPostings({
      since,
      terms: [{ term, isPrefix: false }],
      answer: ({ listsOf, view }) =>
        listsOf(term, false).flatMap(({ docs }) =>
          [...docs].filter((doc) => view.columns.isPublic(doc)),
        ),
    });
    expect(held).toHaveLength(others.length);
  });

  it("is made by one at a time, and by the second if the first does nothing", async () => {
    await fill("willow");
    const done = await Promise.all([indexPending(), indexPending()]);
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(FILLING);
    expect(await database.searchSegment.count()).toBe(1);
    expect(await count("willow")).toBe(FILLING);
  });

  it("sees nothing of what is rolled back, nor of a number that is used up by it", async () => {
    await fill("thicket", 3);
    expect(await count("thicket")).toBe(3);
    await database
      .$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE articles SET body = 'The thicket and the ford.'`;
        expect(await count("ford")).toBe(0);
        throw new Error("undone");
      })
      .catch(() => undefined);
    expect([await count("thicket"), await count("ford")]).toEqual([3, 0]);
  });

  it("sees what a long transaction commits late, though others came after it", async () => {
    const [id = ""] = await fill("bramble", 2);
    await database.$transaction(async (tx) => {
      await tx.article.update({ where: { id }, data: { body: "The heron of the day." } });
      await fill("bramble", 2);
      expect([await count("bramble"), await count("heron")]).toEqual([4, 0]);
    });
    expect([await count("bramble"), await count("heron")]).toEqual([3, 1]);
  });
});
