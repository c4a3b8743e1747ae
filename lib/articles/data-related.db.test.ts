import { beforeAll, describe, expect, it } from "vitest";
import { getArticleById } from "#lib/articles/data-article.ts";
import { listRelatedArticles } from "#lib/articles/data-related.ts";
import { database } from "#lib/db/client.ts";
import { addMissingFingerprints } from "#lib/duplicates/mutations.ts";
import { findNewInArchive } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { madeUpArticles } from "#lib/testing/made-up-articles.ts";

/** Enough to show which words are rare. */
const COMPARED = 40;
/** More than are looked at for standing near in time. */
const NEARER = 120;
const FILLER = "The council of the town met in the evening.";
const BARGES =
  "Barges wait at the Velna lighthouse. The pilots of Northmark ask for a dredger before the thaw, and the harbourmaster of Tolm has promised one.";

const ids: Record<string, string> = {};

async function make(headline: string, values: Parameters<typeof createTestArticle>[0]) {
  ids[headline] = await createTestArticle({ headline, publishedOn: "2025-02-27", ...values });
}

/** Articles that resemble none, between the oldest and the others in time. */
async function makeOthers(count: number): Promise<void> {
  const others = madeUpArticles(count).map((line) => {
    const { title, text } = JSON.parse(line) as { title: string; text: string };
    return createTestArticle({ headline: title, body: text, publishedOn: "2024-06-11" });
  });
  await Promise.all(others);
}

async function moreLike(id: string | undefined) {
  const found = await getArticleById(id ?? "");
  if (found?.state !== "published") throw new Error("There is no such article.");
  return await listRelatedArticles(found.article, 6);
}

const related = (headline: string) => moreLike(ids[headline]);

beforeAll(async () => {
  await database.topic.create({
    data: { id: "dredging", label: "Dredging", definition: "Dredging." },
  });
  await database.actor.create({ data: { id: "brook", kind: "person", name: "Ada Brook" } });
  const topics = {
    create: { topicId: "dredging", status: "confirmed" as const, confidence: 1 },
  };
  const mentions = { create: { actorId: "brook", startsAt: 0, endsAt: 6 } };
  await make("Barges wait", { body: `${BARGES}\n\n${FILLER}`, topics, mentions });
  await make("Barges wait again", { body: `${BARGES}\n\n${FILLER}` });
  await make("Dredger comes", {
    body: `A dredger reached Velna on Tuesday, and its pilots hope for a long thaw.\n\n${FILLER}`,
    publishedOn: "2025-03-03",
    topics,
    mentions,
  });
  await make("Long ago", {
    body: "The lighthouse of Velna went dark, and barges ran aground. A dredger was promised.",
    publishedOn: "2014-05-02",
  });
  await make("Closed", {
    body: "Velna lighthouse: the dredger and the barges.",
    rights: "metadata_only",
  });
  await make("Draft", { body: BARGES, status: "draft", releasedAt: null });
  await makeOthers(COMPARED);
  await addMissingFingerprints(COMPARED + 10);
  await makeOthers(NEARER);
});

describe("more like an article", () => {
  it("is what shares its telling words, topics and people, however long ago", async () => {
    const { items } = await related("Barges wait");
    expect(items.map(({ headline }) => headline)).toEqual(["Dredger comes", "Closed", "Long ago"]);
    expect(items[0]?.shares.slice(0, 2)).toEqual(["Dredging", "Ada Brook"]);
    expect(items[2]?.shares).toEqual(expect.arrayContaining(["Barges", "Velna", "lighthouse"]));
  });

  it("says no word of a text that readers do not see", async () => {
    const { items } = await related("Barges wait");
    expect(items.find(({ headline }) => headline === "Closed")?.shares).toEqual([]);
  });

  it("is no copy of it, and of copies only one", async () => {
    const { items } = await related("Long ago");
    const barges = items.filter(({ headline }) => headline.startsWith("Barges wait"));
    expect(barges).toHaveLength(1);
  });

  it("is to be had as a search that finds the article itself and those like it", async () => {
    const { searchText } = await related("Barges wait");
    expect(searchText).toMatch(/^\(topic:dredging\) \(\w+(?: or \w+){3}\)$/);
    const without = await related("Long ago");
    expect(without.searchText).toMatch(/^\(\w+ \w+\)(?: or \(\w+ \w+\)){5}$/);
    for (const [q, own] of [
      [searchText, "Barges wait"],
      [without.searchText, "Long ago"],
    ] as const) {
      const { query, ignored } = parseSearch({ q: q ?? "" }, "2026-04-10");
      expect(ignored).toEqual([]);
      const found = await findNewInArchive(query, 10);
      expect(found).toContain(ids[own]);
      expect(found.length).toBeGreaterThan(1);
    }
  });

  it("is nothing for an article of no words but the commonest", async () => {
    const id = await createTestArticle({
      headline: "It is",
      body: "It was.",
      publishedOn: "1990-01-01",
    });
    const { items, searchText } = await moreLike(id);
    expect(items).toEqual([]);
    expect(searchText).toBeNull();
  });
});
