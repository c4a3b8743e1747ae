import { beforeEach, describe, expect, it } from "vitest";
import { getArticleState } from "#lib/articles/data-state.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { purgeDeletedArticles } from "#lib/articles/mutations-purge.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import {
  deleteArticle,
  publishArticle,
  republishArticle,
  restoreArticle,
  withdrawArticle,
} from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";

const DESK = { userId: null, agent: "test" };
let count = 0;

/** A text that no other test has stored. */
const textOf = (headline = "Northmark offers to host grain talks") =>
  `${headline}
By Ada Brook, Diplomatic correspondent
27 February 2025

The government of Northmark has offered to host a new round of talks, its ${++count}th this year.

Tom Reed, its foreign minister, said nothing. Officials will study the offer on grain exports.`;

const archive = (text = textOf()) =>
  archiveOriginal({ bytes: new TextEncoder().encode(text), receivedVia: "paste" }, DESK);

const stateOf = async (id: string) => {
  const state = await getArticleState(id);
  if (!state) throw new Error("no article");
  return state;
};

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

beforeEach(async () => {
  await database.actor.createMany({
    data: [
      { id: "reed", kind: "person", name: "Tom Reed" },
      { id: "marsh", kind: "person", name: "Eve Marsh" },
    ],
    skipDuplicates: true,
  });
  await database.topic.createMany({
    data: [
      { id: "grain", label: "Grain exports", definition: "", keywords: ["grain"] },
      { id: "call", label: "Telephone calls", definition: "", keywords: ["telephone call"] },
    ],
    skipDuplicates: true,
  });
});

describe("publishing", () => {
  it("gives each article of a day an address of its own, also when they come at once", async () => {
    const headline = "Ministers meet in Northmark City";
    const drafts = await Promise.all([1, 2, 3].map(() => archive(textOf(headline))));
    const published = await Promise.all(
      drafts.map(({ articleId }) => publishArticle(articleId, DESK)),
    );
    expect(published.map(({ path }) => path).sort()).toEqual([
      "/2025/02/27/ministers-meet-in-northmark-city",
      "/2025/02/27/ministers-meet-in-northmark-city-2",
      "/2025/02/27/ministers-meet-in-northmark-city-3",
    ]);
  });

  it("needs a day and a headline, and says which is missing", async () => {
    const { articleId } = await archive();
    await saveArticle(articleId, { headline: null, publishedOn: null }, { baseVersion: 1 }, DESK);
    await expect(publishArticle(articleId, DESK)).rejects.toMatchObject({
      code: "not_publishable",
      details: { missing: ["publishedOn", "headline"] },
    });
    expect((await stateOf(articleId)).status).toBe("draft");
  });

  it("changes nothing the second time", async () => {
    const { articleId } = await archive();
    const first = await publishArticle(articleId, DESK);
    expect(await publishArticle(articleId, DESK)).toEqual(first);
    expect(await database.auditEntry.count({ where: { subjectId: articleId } })).toBe(2);
  });

  it("keeps an old address when the day changes, and takes it back when the day does", async () => {
    const { articleId } = await archive(textOf("Envoys return to Northmark"));
    await publishArticle(articleId, DESK);
    await saveArticle(articleId, { publishedOn: "2025-02-28" }, { baseVersion: 1 }, DESK);
    const addresses = await database.articleAddress.findMany({ where: { articleId } });
    expect(addresses).toHaveLength(2);
    await saveArticle(articleId, { publishedOn: "2025-02-27" }, { baseVersion: 2 }, DESK);
    expect(await publishArticle(articleId, DESK)).toEqual({
      path: "/2025/02/27/envoys-return-to-northmark",
    });
    expect(await database.articleAddress.count({ where: { articleId } })).toBe(2);
  });

  it("cannot be undone by a save that empties a public article's headline", async () => {
    const { articleId } = await archive();
    await publishArticle(articleId, DESK);
    const save = saveArticle(articleId, { headline: " " }, { baseVersion: 1 }, DESK);
    expect(await codeOf(save)).toBe("not_publishable");
  });
});

describe("saving", () => {
  it("tells the second of two editors, and keeps the first one's save", async () => {
    const { articleId } = await archive();
    const saves = await Promise.all(
      ["First", "Second"].map((headline) =>
        codeOf(saveArticle(articleId, { headline }, { baseVersion: 1 }, DESK)),
      ),
    );
    expect(saves.sort()).toEqual(["conflict", "done"]);
    expect(await database.revision.count({ where: { articleId } })).toBe(2);
  });

  it("names who saved before, when, and which version", async () => {
    const user = await database.user.create({
      data: { email: "ada@example.org", name: "Ada Brook", role: "editor" },
    });
    const { articleId } = await archive();
    await saveArticle(
      articleId,
      { headline: "Theirs" },
      { baseVersion: 1 },
      {
        userId: user.id,
        agent: "site",
      },
    );
    await expect(
      saveArticle(articleId, { headline: "Mine" }, { baseVersion: 1 }, DESK),
    ).rejects.toMatchObject({ code: "conflict", details: { version: 2, savedBy: "Ada Brook" } });
  });

  it("writes nothing where nothing changed", async () => {
    const { articleId } = await archive();
    const { fields } = await stateOf(articleId);
    expect(await saveArticle(articleId, fields, { baseVersion: 1 }, DESK)).toEqual({ version: 1 });
    expect(await database.revision.count({ where: { articleId } })).toBe(1);
  });

  it("understands a changed body anew and keeps what a person decided", async () => {
    const { articleId } = await archive();
    await saveArticle(
      articleId,
      { topics: [], people: [{ id: "reed", status: "confirmed" }] },
      { baseVersion: 1 },
      DESK,
    );
    const { fields } = await stateOf(articleId);
    await saveArticle(
      articleId,
      { paragraphs: ["After a telephone call on grain, Eve Marsh spoke.", ...fields.paragraphs] },
      { baseVersion: 2 },
      DESK,
    );
    const { fields: after, mentions, body } = await stateOf(articleId);
    expect(after.topics).toEqual([
      { id: "call", status: "suggested" },
      { id: "grain", status: "rejected" },
    ]);
    expect(after.people).toEqual([
      { id: "marsh", status: "suggested" },
      { id: "reed", status: "confirmed" },
    ]);
    const reed = mentions.find(({ actorId }) => actorId === "reed");
    expect(body.slice(reed?.startsAt, reed?.endsAt)).toBe("Tom Reed");
  });

  it("refuses fields that no article can have, and changes nothing", async () => {
    const { articleId } = await archive();
    const save = saveArticle(articleId, { publishedOn: "2025-02-30" }, { baseVersion: 1 }, DESK);
    await expect(save).rejects.toThrow("is not a day");
    expect((await stateOf(articleId)).version).toBe(1);
  });
});

describe("withdrawing and deleting", () => {
  it("withdraws with a reason and publishes again at the same address", async () => {
    const { articleId } = await archive();
    const { path } = await publishArticle(articleId, DESK);
    await withdrawArticle(articleId, "Wrong article", DESK);
    expect(await stateOf(articleId)).toMatchObject({
      status: "withdrawn",
      withdrawnReason: "Wrong article",
    });
    expect(await codeOf(publishArticle(articleId, DESK))).toBe("conflict");
    await republishArticle(articleId, DESK);
    expect(await publishArticle(articleId, DESK)).toEqual({ path });
  });

  it("deletes for readers at once and restores as it was", async () => {
    const { articleId } = await archive();
    await publishArticle(articleId, DESK);
    const isSearchable = () => database.articleSearch.count({ where: { articleId } });
    expect(await isSearchable()).toBe(1);
    await deleteArticle(articleId, DESK);
    expect(await isSearchable()).toBe(0);
    expect(await codeOf(saveArticle(articleId, {}, { baseVersion: 1 }, DESK))).toBe("gone");
    await restoreArticle(articleId, DESK);
    expect(await isSearchable()).toBe(1);
  });

  it("ends for good, bytes and all, only what has lain in the bin long enough", async () => {
    const [old, young, kept] = [await archive(), await archive(), await archive()];
    const { originalId } = await stateOf(old.articleId);
    await deleteArticle(old.articleId, DESK);
    await deleteArticle(young.articleId, DESK);
    await database.article.update({
      where: { id: old.articleId },
      data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) },
    });
    expect(await purgeDeletedArticles()).toBe(1);
    expect(await getArticleState(old.articleId)).toBeNull();
    expect(await database.original.count({ where: { id: originalId } })).toBe(0);
    expect(await getArticleState(young.articleId)).not.toBeNull();
    expect(await getArticleState(kept.articleId)).not.toBeNull();
  });

  it("knows no article by an id that is none", async () => {
    expect(await codeOf(deleteArticle("../etc", DESK))).toBe("not_found");
    expect(await codeOf(deleteArticle("00000000-0000-4000-8000-000000000000", DESK))).toBe(
      "not_found",
    );
  });
});
