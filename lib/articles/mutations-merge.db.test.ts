import { beforeAll, describe, expect, it } from "vitest";
import { listArticlesForAdmin } from "#lib/articles/data-admin.ts";
import { getArticleAt } from "#lib/articles/data-article.ts";
import { getPublicOriginal } from "#lib/articles/data-original.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { listDraftsByDoubt } from "#lib/articles/data-review.ts";
import { listArticles } from "#lib/articles/data.ts";
import { deleteArticles } from "#lib/articles/mutations-bin.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { deleteArticle, publishArticle, withdrawArticle } from "#lib/articles/mutations.ts";
import { adminListSchema } from "#lib/articles/schema.ts";
import { database } from "#lib/db/client.ts";
import { listOpenPairs, listPairsOf } from "#lib/duplicates/data.ts";
import { decidePair, undoPairDecision } from "#lib/duplicates/mutations-decide.ts";
import { GRAIN_TALKS, pageOf, toIncoming } from "#lib/testing/page.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const DESK = { userId: null, agent: "test" };
let count = 0;

beforeAll(async () => {
  const topics = ["grain", "talks", "ferries"].map((id) => {
    return { id, label: `About ${id}`, definition: "", keywords: [] };
  });
  await database.topic.createMany({ data: topics });
  const day = new Date("2025-02-27");
  await database.event.create({
    data: {
      id: "talks-2025",
      title: "Talks",
      kind: "meeting",
      date: "2025-02-27",
      startsOn: day,
      endsOn: day,
      facts: [],
    },
  });
});

/** Sentences that only the reprints of one story share. */
const storyOf = (number: number) => [
  ...GRAIN_TALKS,
  ...Array.from(
    { length: 8 },
    (_, i) => `Remark ${number}-${i} was that quay ${number * 31 + i} held ${i}${number} ships.`,
  ),
];

async function reprint(outlet: string, story: string[], { date = "2025-02-27" } = {}) {
  const address = `https://www.${outlet.toLowerCase()}.example/2025/story-${++count}`;
  const page = pageOf({ outlet, address, date, headline: `Talks ${count}`, body: story });
  const { articleId } = await archiveOriginal(toIncoming(page), DESK);
  return articleId;
}
const publish = async (id: string) => (await publishArticle(id, DESK)).path;
const pairOf = async (a: string, b: string) => {
  const pairs = await listPairsOf(a, 50);
  const pair = pairs.find(({ articles }) => articles.some(({ id }) => id === b));
  if (!pair) throw new Error("no pair");
  return pair.id;
};
const lookUp = (path: string) => {
  const [, year, month, day, slug = ""] = path.split("/");
  return getArticleAt(`${year}-${month}-${day}`, slug);
};
/** All that an article consists of; the time and number of its saves aside. */
const wholeOf = async (id: string) => {
  const state = { ...(await getArticleState(id)), version: 0 };
  const events = await database.eventArticle.findMany({ where: { articleId: id } });
  const search = await database.articleSearch.count({ where: { articleId: id } });
  const statements = await database.statement.findMany({
    where: { articleId: id },
    orderBy: { id: "asc" },
  });
  return { ...state, events, search, statements };
};
/** Two reprints, both public, the first of which appeared first; with what only the second has. */
async function twoReprints() {
  const story = storyOf(++count);
  const first = await reprint("Post", story);
  const second = await reprint("Courier", story, { date: "2025-02-28" });
  await saveArticle(
    first,
    { topics: [{ id: "grain", status: "confirmed" }] },
    { baseVersion: 1 },
    DESK,
  );
  const topics = ["grain", "talks"].map((id) => ({ id, status: "confirmed" as const }));
  await saveArticle(second, { topics, rights: "full_text" }, { baseVersion: 1 }, DESK);
  await database.eventArticle.create({ data: { articleId: second, eventId: "talks-2025" } });
  const paths = [await publish(first), await publish(second)] as const;
  return { first, second, paths, pairId: await pairOf(first, second) };
}
const topicsOf = async (id: string) =>
  (await getArticleState(id))?.fields.topics.map((topic) => topic.id);

const publicOf = (id: string) => expect.objectContaining({ id, isPublic: true });

describe("two reprints decided to be the same story", () => {
  it("are one: the other's address leads there, its topics and events are not lost, it is named", async () => {
    const { first, second, paths, pairId } = await twoReprints();
    const said = await createTestStatement({ articleId: second, words: "Remark" });
    expect((await wholeOf(second)).statements).toContainEqual(publicOf(said));
    await decidePair(pairId, "same_text", DESK);
    expect(await lookUp(paths[1])).toEqual({ state: "moved", path: paths[0], articleId: first });
    expect(await topicsOf(first)).toEqual(["grain", "talks"]);
    expect(await lookUp(paths[0])).toMatchObject({
      state: "published",
      article: {
        events: [{ id: "talks-2025" }],
        merged: [{ as: "same_text", outlet: { name: "Courier" }, publishedOn: "2025-02-28" }],
      },
    });
    const { items } = await listArticles({}, { page: 1, pageSize: 100 });
    const listed = await listArticlesForAdmin(adminListSchema.parse({}));
    for (const list of [items, listed.items]) {
      const ids = list.map(({ id }) => id);
      expect([ids.includes(first), ids.includes(second)]).toEqual([true, false]);
    }
    expect((await wholeOf(second)).search).toBe(0);
    expect((await wholeOf(second)).statements).not.toContainEqual(publicOf(said));
    const { originalId = "" } = (await getArticleState(second)) ?? {};
    expect(await getPublicOriginal(originalId)).not.toBeNull();
  });

  it("are what they were after it is undone, and can be merged again", async () => {
    const { first, second, paths, pairId } = await twoReprints();
    await createTestStatement({ articleId: second, words: "Remark", status: "confirmed" });
    const before = [await wholeOf(first), await wholeOf(second)];
    for (let i = 0; i < 2; i++) {
      await decidePair(pairId, "same_text", DESK, first);
      await undoPairDecision(pairId, DESK);
      expect([await wholeOf(first), await wholeOf(second)]).toEqual(before);
      expect(await lookUp(paths[1])).toMatchObject({ state: "published" });
    }
  });

  it("keep a topic that was decided about since", async () => {
    const { first, pairId } = await twoReprints();
    await decidePair(pairId, "same_text", DESK);
    const { version = 0 } = (await getArticleState(first)) ?? {};
    const topics = [{ id: "talks", status: "rejected" as const }];
    await saveArticle(first, { topics }, { baseVersion: version }, DESK);
    await undoPairDecision(pairId, DESK);
    expect((await getArticleState(first))?.fields.topics).toContainEqual(topics[0]);
  });

  it("can be parted for thirty days", async () => {
    const { second, pairId } = await twoReprints();
    await decidePair(pairId, "same_text", DESK);
    const [entry] = await database.auditEntry.findMany({
      where: { action: "article.merge", subjectId: second },
    });
    // An entry is never changed: the same again, as if it were old.
    await database.auditEntry.create({
      data: {
        ...entry,
        id: undefined,
        details: entry?.details ?? {},
        at: new Date(Date.now() - 31 * 86_400_000),
      } as never,
    });
    await expect(undoPairDecision(pairId, DESK)).rejects.toMatchObject({ code: "conflict" });
    expect((await getArticleState(second))?.mergedIntoId).not.toBeNull();
  });

  it("take along what was merged into the other, and give it back", async () => {
    const story = storyOf(++count);
    const [a, b, c] = [
      await reprint("Post", story),
      await reprint("Courier", story),
      await reprint("Herald", story),
    ];
    const [ab, ac] = [await pairOf(a, b), await pairOf(a, c)];
    await decidePair(ab, "same_text", DESK, a);
    await decidePair(ac, "same_text", DESK, c);
    const into = async (id: string) => (await getArticleState(id))?.mergedIntoId;
    expect([await into(a), await into(b), await into(c)]).toEqual([c, c, null]);
    await expect(undoPairDecision(ab, DESK)).rejects.toMatchObject({ code: "conflict" });
    await undoPairDecision(ac, DESK);
    expect([await into(a), await into(b), await into(c)]).toEqual([null, a, null]);
    await undoPairDecision(ab, DESK);
    expect(await into(b)).toBeNull();
  });
});

it.each(["same_event", "different"] as const)("%s merges nothing", async (decision) => {
  const { second, pairId, paths } = await twoReprints();
  await decidePair(pairId, decision, DESK);
  expect((await getArticleState(second))?.mergedIntoId).toBeNull();
  expect(await lookUp(paths[1])).toMatchObject({ state: "published" });
  await undoPairDecision(pairId, DESK);
});

describe("what is merged away", () => {
  it("is edited, published or deleted no more, and asked about no more", async () => {
    const { second, pairId } = await twoReprints();
    const story = storyOf(count);
    await reprint("Herald", story);
    await decidePair(pairId, "same_text", DESK);
    const code = { code: "conflict" };
    await expect(
      saveArticle(second, { summary: "A." }, { baseVersion: 2 }, DESK),
    ).rejects.toMatchObject(code);
    await expect(publishArticle(second, DESK)).rejects.toMatchObject(code);
    await expect(deleteArticle(second, DESK)).rejects.toMatchObject(code);
    const { items } = await listOpenPairs(["same_text", "update", "same_event"], 500);
    expect(items.flatMap(({ articles }) => articles.map(({ id }) => id))).not.toContain(second);
  });

  it("takes new versions of its page without changing the one that stands for it", async () => {
    const story = storyOf(++count);
    const first = await reprint("Post", story);
    const address = `https://www.courier.example/2025/versions-${count}`;
    const page = { outlet: "Courier", address, headline: `Versions ${count}` };
    const { articleId: second } = await archiveOriginal(
      toIncoming(pageOf({ ...page, body: story })),
      DESK,
    );
    await decidePair(await pairOf(first, second), "same_text", DESK, first);
    const next = toIncoming(pageOf({ ...page, body: [...story, "And more."] }));
    expect(await archiveOriginal(next, DESK)).toMatchObject({
      articleId: first,
      created: false,
      revision: { outcome: "kept" },
    });
    expect(await archiveOriginal(next, DESK)).toMatchObject({
      articleId: first,
      created: false,
      revision: null,
    });
    expect((await getArticleState(first))?.fields.paragraphs).toEqual(story);
  });
});

it("takes what is merged away out of the review queue, and leaves it when many are put into the bin", async () => {
  const story = storyOf(++count);
  const [first, second] = [await reprint("Post", story), await reprint("Courier", story)];
  await decidePair(await pairOf(first, second), "same_text", DESK);
  const { mergedIntoId } = (await getArticleState(first)) ?? {};
  const [stands, merged] = mergedIntoId ? [second, first] : [first, second];
  const queued = (await listDraftsByDoubt(500)).items.map(({ id }) => id);
  expect([queued.includes(stands), queued.includes(merged)]).toEqual([true, false]);
  let binned: string[] = [];
  const options = {
    ...{ evenTouched: true, wasPublished: false, details: {} },
    alongside: async (_tx: unknown, ids: string[]) => {
      binned = await Promise.resolve(ids);
    },
  };
  await deleteArticles([merged], options, DESK);
  expect(binned).toEqual([]);
  await deleteArticles([merged, stands], options, DESK);
  expect(binned).toEqual([stands]);
});

it("refuses to merge what is withdrawn, in the bin, or public into a draft, and changes nothing", async () => {
  const { first, second, pairId } = await twoReprints();
  const stranger = decidePair(pairId, "update", DESK, pairId);
  await expect(stranger).rejects.toMatchObject({ code: "invalid_input" });
  await withdrawArticle(first, "A mistake", DESK);
  await expect(decidePair(pairId, "update", DESK)).rejects.toMatchObject({ code: "conflict" });
  const story = storyOf(++count);
  const [draft, shown] = [await reprint("Post", story), await reprint("Courier", story)];
  await publish(shown);
  const pair = await pairOf(draft, shown);
  await expect(decidePair(pair, "update", DESK, draft)).rejects.toMatchObject({ code: "conflict" });
  await deleteArticle(draft, DESK);
  await expect(decidePair(pair, "update", DESK)).rejects.toMatchObject({ code: "conflict" });
  expect((await getArticleState(second))?.status).toBe("published");
  expect(
    await database.articlePair.count({
      where: { id: { in: [pair, pairId] }, status: "suggested" },
    }),
  ).toBe(2);
});

it("the database refuses a chain, a merged article that is public, and one merged into itself", async () => {
  const { first, second, pairId } = await twoReprints();
  const third = await reprint("Herald", storyOf(++count));
  await decidePair(pairId, "same_text", DESK);
  const merge = (id: string, data: object) => database.article.update({ where: { id }, data });
  for (const [id, data] of [
    [third, { mergedIntoId: second, mergedAs: "update" }],
    [third, { mergedIntoId: third, mergedAs: "update" }],
    [third, { mergedIntoId: first, mergedAs: "same_event" }],
    [third, { mergedIntoId: first }],
    [second, { status: "published" }],
    [second, { deletedAt: new Date() }],
    [first, { mergedIntoId: third, mergedAs: "update", status: "draft" }],
  ] as const) {
    await expect(merge(id, data), JSON.stringify(data)).rejects.toThrow();
  }
  await merge(third, { mergedIntoId: first, mergedAs: "update" });
});
