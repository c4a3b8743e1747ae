import { beforeAll, describe, expect, it } from "vitest";
import {
  getArticleAt,
  getArticlePreview,
  getPublishedArticle,
} from "#lib/articles/data-article.ts";
import { getPublicOriginal } from "#lib/articles/data-original.ts";
import { listRelatedArticles } from "#lib/articles/data-related.ts";
import {
  getArticleCounts,
  getArticleNeighbours,
  listArticles,
  listLatestArticles,
  listNewInArchive,
  listMonthCounts,
} from "#lib/articles/data.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const WORDS = Array.from({ length: 120 }, (_, i) => `word${i}`).join(" ");
const ids: Record<string, string> = {};

async function make(name: string, values: Parameters<typeof createTestArticle>[0]) {
  ids[name] = await createTestArticle({ headline: name, slug: name, ...values });
}

beforeAll(async () => {
  await database.topic.create({ data: { id: "grain", label: "Grain", definition: "Grain." } });
  await database.actor.create({
    data: {
      ...{ id: "brook", kind: "person", name: "Ada Brook" },
      offices: {
        create: [
          {
            title: "Minister",
            heldFrom: toDateColumn("2020-01-01"),
            heldTo: toDateColumn("2025-02-01"),
          },
          { title: "Premier", heldFrom: toDateColumn("2025-02-01") },
        ],
      },
    },
  });
  const grain = {
    topics: { create: { topicId: "grain", status: "confirmed" as const, confidence: 1 } },
  };
  await make("first", { publishedOn: "2025-01-01" });
  await make("middle", {
    ...grain,
    publishedOn: "2025-02-27",
    body: "Ada Brook came.\n\nBrook left.",
    mentions: {
      create: [
        { actorId: "brook", startsAt: 0, endsAt: 9 },
        { actorId: "brook", startsAt: 17, endsAt: 22, status: "rejected" },
      ],
    },
  });
  await make("last", { ...grain, publishedOn: "2025-02-28" });
  const body = "All met. “We will stay,” said Ada Brook, “as agreed.” Tom Reed said they left.";
  await make("far", { ...grain, publishedOn: "2019-02-28", body });
  const hidden = { publishedOn: "2025-02-27" };
  await make("draft", { ...hidden, ...grain, status: "draft", releasedAt: null });
  await make("binned", { ...hidden, ...grain, deletedAt: new Date() });
  await make("withdrawn", {
    ...{ ...hidden, ...grain, status: "withdrawn", body: "Secret." },
    ...{ withdrawnAt: new Date("2026-01-02T10:00:00Z"), withdrawnReason: "At the author’s wish." },
  });
  await make("extract", {
    publishedOn: "2010-01-01",
    rights: "extract",
    body: WORDS,
    mentions: { create: { actorId: "brook", startsAt: WORDS.length - 4, endsAt: WORDS.length } },
  });
  await make("closed", { publishedOn: "2010-01-02", rights: "metadata_only", body: "Secret." });
});

describe("an address", () => {
  it("gives the article with who is named and the office held that day", async () => {
    const article = await getPublishedArticle("2025-02-27", "middle");
    expect(article).toMatchObject({
      path: "/2025/02/27/middle",
      publishedOn: "2025-02-27",
      paragraphs: [{ text: "Ada Brook came." }, { text: "Brook left.", startsAt: 17 }],
      topics: [{ id: "grain", status: "confirmed" }],
    });
    expect(article?.mentions).toEqual([
      expect.objectContaining({ actorId: "brook", offices: ["Premier"], status: "suggested" }),
    ]);
  });

  it("gives who says what, with the office held on the day on which it was said", async () => {
    const articleId = ids.far as string;
    const said = { articleId, words: "“We will stay,”", speakerId: "brook", source: "Ada Brook" };
    const id = await createTestStatement({ ...said, status: "confirmed", saidOn: "2025-01-31" });
    await createTestStatement({ articleId, words: "they left", source: "Tom Reed" });
    await createTestStatement({ articleId, words: "All met", status: "rejected" });
    const article = await getPublishedArticle("2019-02-28", "far");
    expect(article?.statements).toEqual([
      {
        ...{ id, kind: "direct", status: "confirmed", words: "We will stay," },
        spans: [{ startsAt: 9, endsAt: 24 }],
        speaker: { id: "brook", name: "Ada Brook", offices: ["Minister"] },
        ...{ speakerText: "Ada Brook", isAnonymous: false, venue: null, saidOn: "2025-01-31" },
      },
      expect.objectContaining({ status: "suggested", speaker: null, speakerText: "Tom Reed" }),
    ]);
  });

  it.each(["draft", "binned", "unknown", "' OR 1=1"])("of %s gives nothing", async (slug) => {
    expect(await getArticleAt("2025-02-27", slug)).toBeNull();
  });

  it("that is no day gives nothing", async () => {
    expect(await getArticleAt("2025-02-30", "middle")).toBeNull();
  });

  it("of a withdrawn article gives its notice and no text", async () => {
    const found = await getArticleAt("2025-02-27", "withdrawn");
    expect(found).toMatchObject({
      state: "withdrawn",
      article: {
        headline: "withdrawn",
        withdrawnOn: "2026-01-02",
        withdrawnReason: "At the author’s wish.",
      },
    });
    expect(JSON.stringify(found)).not.toContain("Secret");
  });

  it("that an article has left leads to where it stands", async () => {
    const old = { publishedOn: toDateColumn("2024-12-31"), slug: "old" };
    await database.articleAddress.createMany({
      data: [
        { ...old, articleId: ids.first as string },
        { ...old, slug: "old-draft", articleId: ids.draft as string },
        { ...old, slug: "old-binned", articleId: ids.binned as string },
      ],
    });
    expect(await getArticleAt("2024-12-31", "old")).toEqual({
      state: "moved",
      articleId: expect.any(String),
      path: "/2025/01/01/first",
    });
    expect(await getArticleAt("2024-12-31", "old-draft")).toBeNull();
    expect(await getArticleAt("2024-12-31", "old-binned")).toBeNull();
  });
});

describe("rights", () => {
  it("cut an extract, with what is named past its end", async () => {
    const article = await getPublishedArticle("2010-01-01", "extract");
    expect(article?.isShortened).toBe(true);
    expect(article?.paragraphs[0]?.text.split(" ")).toHaveLength(80);
    expect(article?.mentions).toEqual([]);
    await createTestStatement({ articleId: ids.extract as string, words: "word10 word11" });
    await createTestStatement({ articleId: ids.extract as string, words: "word79 word80" });
    const again = await getPublishedArticle("2010-01-01", "extract");
    expect(again?.statements.map(({ words }) => words)).toEqual(["word10 word11"]);
  });

  it("leave no text of metadata only", async () => {
    const article = await getPublishedArticle("2010-01-02", "closed");
    expect(JSON.stringify(article)).not.toContain("Secret");
  });

  it("decide who sees an original", async () => {
    const originals = await database.article.findMany({ select: { slug: true, originalId: true } });
    const shown = await Promise.all(
      originals.map(async ({ slug, originalId }) =>
        (await getPublicOriginal(originalId)) ? slug : null,
      ),
    );
    expect(shown.filter(Boolean).sort()).toEqual(["far", "first", "last", "middle"]);
  });
});

describe("lists", () => {
  it("hold what is published, newest first, and count it", async () => {
    const published = ["last", "middle", "first", "far", "closed", "extract"];
    expect((await listLatestArticles(10)).map(({ headline }) => headline)).toEqual(published);
    const { items, total } = await listArticles({}, { page: 2, pageSize: 4 });
    expect(items.map(({ headline }) => headline)).toEqual(["closed", "extract"]);
    expect(total).toBe(6);
    expect(await getArticleCounts()).toEqual({
      articles: 6,
      firstDay: "2010-01-01",
      lastDay: "2025-02-28",
    });
  });

  it("of what is new begin with what the archive published last, of whatever day it is", async () => {
    const releasedAt = new Date("2040-01-01T00:00:00Z");
    await database.article.updateMany({ where: { slug: "closed" }, data: { releasedAt } });
    const [first, ...rest] = await listNewInArchive({}, 6);
    expect(first).toMatchObject({ headline: "closed", publishedOn: "2010-01-02" });
    expect(first?.updatedAt).toMatch(/^2\d{3}-.*Z$/);
    expect(rest).toHaveLength(5);
  });

  it("of a topic or a person leave out drafts and rejected mentions", async () => {
    const page = { page: 1, pageSize: 10 };
    const headlines = async (filter: Parameters<typeof listArticles>[0]) =>
      (await listArticles(filter, page)).items.map(({ headline }) => headline);
    expect(await headlines({ topicId: "grain" })).toEqual(["last", "middle", "far"]);
    expect(await headlines({ actorId: "brook" })).toEqual(["middle", "extract"]);
    expect(await listMonthCounts({ topicId: "grain" })).toEqual([
      { month: "2019-02", count: 1 },
      { month: "2025-02", count: 2 },
    ]);
  });

  it("of what is related put the nearest in time first, and say what is shared", async () => {
    const middle = await getPublishedArticle("2025-02-27", "middle");
    if (!middle) throw new Error("The article is gone.");
    const { items } = await listRelatedArticles(middle, 5);
    expect(items.map(({ headline, shares }) => [headline, ...shares])).toEqual([
      ["last", "Grain"],
      ["extract", "Ada Brook"],
      ["far", "Grain"],
    ]);
  });

  it("know what stands before and after", async () => {
    const around = await getArticleNeighbours({
      id: ids.middle as string,
      publishedOn: "2025-02-27",
    });
    expect([around.previous?.headline, around.next?.headline]).toEqual(["first", "last"]);
  });
});

it("a preview shows a draft as readers would see it", async () => {
  expect(await getArticlePreview(ids.draft as string)).toMatchObject({
    headline: "draft",
    paragraphs: [{ text: "A body." }],
  });
});
