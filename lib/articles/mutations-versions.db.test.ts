import { beforeEach, describe, expect, it } from "vitest";
import { getPublicOriginal } from "#lib/articles/data-original.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { archiveOriginal, archiveOriginals } from "#lib/articles/mutations-ingest.ts";
import { purgeDeletedArticles } from "#lib/articles/mutations-purge.ts";
import { setReadingAside, takeReading } from "#lib/articles/mutations-readings.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { deleteArticle, publishArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { getOriginalText } from "#lib/originals/data.ts";
import { GRAIN_TALKS, pageOf, toIncoming, type TestPage } from "#lib/testing/page.ts";

const DESK = { userId: null, agent: "test" };
const [LEAD, QUOTED] = GRAIN_TALKS;
let count = 0;
let url = "";

beforeEach(() => {
  url = `https://www.example.org/2025/talks-${++count}`;
});

const archive = (page?: TestPage) =>
  archiveOriginal(toIncoming(pageOf({ address: url, ...page })), DESK);
const stateOf = async (id: string) => {
  const state = await getArticleState(id);
  if (!state) throw new Error("no article");
  return state;
};
const originalsOf = async (articleId: string) => {
  const rows = await database.articleOriginal.findMany({
    where: { articleId },
    orderBy: { addedAt: "asc" },
  });
  return rows.map(({ originalId, state }) => ({ originalId, state }));
};
const proposedOf = async (articleId: string) => {
  const all = await originalsOf(articleId);
  return all.find(({ state }) => state === "proposed")?.originalId ?? "";
};
/** That every field's place holds its value, in the original that the article says it is read from. */
async function expectPlacesTrue(id: string) {
  const { originalId, places, fields } = await stateOf(id);
  const { text = "" } = (await getOriginalText(originalId)) ?? {};
  const read = places.filter(({ rule, startsAt }) => startsAt !== null && rule !== "corrected");
  const paragraphs = read.filter(({ field }) => field.startsWith("paragraphs."));
  for (const { field, startsAt, endsAt } of paragraphs) {
    const value = fields.paragraphs[Number(field.split(".")[1])];
    expect(text.slice(startsAt ?? 0, endsAt ?? 0)).toBe(value);
  }
  return paragraphs.length;
}
const STAY = QUOTED.replace("will", "may");

describe("a new version of a page", () => {
  it("becomes a revision at once where nobody has edited the draft, and both originals stay", async () => {
    const { articleId } = await archive();
    const second = await archive({ address: `${url}/?utm_source=feed#top`, body: [LEAD, STAY] });
    expect(second).toMatchObject({
      articleId,
      created: false,
      revision: { outcome: "taken", number: 2 },
    });
    const state = await stateOf(articleId);
    expect(state).toMatchObject({ version: 2, fields: { paragraphs: [LEAD, STAY] } });
    expect((await originalsOf(articleId)).map(({ state: each }) => each)).toEqual([
      "taken",
      "taken",
    ]);
    expect(await expectPlacesTrue(articleId)).toBe(2);
    const third = await archive({ body: [LEAD, STAY, "And more of it."] });
    expect(third.revision).toEqual({ outcome: "taken", number: 3 });
    expect(await expectPlacesTrue(articleId)).toBe(3);
  });

  it("waits where the article is public, and readers see nothing of it until it is taken over", async () => {
    const { articleId } = await archive();
    await publishArticle(articleId, DESK);
    expect((await archive({ body: [LEAD, STAY] })).revision).toEqual({
      outcome: "proposed",
      number: null,
    });
    expect(await stateOf(articleId)).toMatchObject({
      version: 1,
      fields: { paragraphs: [LEAD, QUOTED] },
    });
    const originalId = await proposedOf(articleId);
    expect(await getPublicOriginal(originalId)).toBeNull();
    const options = { baseVersion: 1, takes: [] };
    expect(await takeReading(articleId, originalId, options, DESK)).toEqual({ version: 2 });
    expect(await stateOf(articleId)).toMatchObject({
      originalId,
      status: "published",
      fields: { paragraphs: [LEAD, STAY] },
    });
    expect(await expectPlacesTrue(articleId)).toBe(2);
    expect(await getPublicOriginal(originalId)).not.toBeNull();
  });

  it("never overwrites what a person corrected, unless an editor says so", async () => {
    const { articleId } = await archive();
    const lead = LEAD.replace("grain", "corn");
    await saveArticle(
      articleId,
      { headline: "Mine", paragraphs: [lead, QUOTED] },
      { baseVersion: 1 },
      DESK,
    );
    const theirs = { headline: "Theirs", body: [LEAD, STAY] };
    expect((await archive(theirs)).revision?.outcome).toBe("proposed");
    const originalId = await proposedOf(articleId);
    await takeReading(articleId, originalId, { baseVersion: 2, takes: [] }, DESK);
    expect((await stateOf(articleId)).fields).toMatchObject({
      headline: "Mine",
      paragraphs: [lead, STAY],
    });
    await archive({ ...theirs, body: [LEAD, STAY, "And more."] });
    const next = await proposedOf(articleId);
    await takeReading(articleId, next, { baseVersion: 3, takes: ["headline"] }, DESK);
    expect((await stateOf(articleId)).fields).toMatchObject({
      headline: "Theirs",
      paragraphs: [lead, STAY, "And more."],
    });
  });

  it("can be set aside, and taken over all the same; a second editor is told", async () => {
    const { articleId } = await archive();
    await publishArticle(articleId, DESK);
    await archive({ body: [LEAD, STAY] });
    const originalId = await proposedOf(articleId);
    await setReadingAside(articleId, originalId, DESK);
    expect(await proposedOf(articleId)).toBe("");
    // The same words again, in other bytes: nobody is asked twice.
    expect((await archive({ body: [LEAD, STAY], menu: "Else" })).revision?.outcome).toBe(
      "unchanged",
    );
    await takeReading(articleId, originalId, { baseVersion: 1, takes: [] }, DESK);
    const again = takeReading(articleId, originalId, { baseVersion: 1, takes: [] }, DESK);
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const strange = takeReading(articleId, articleId, { baseVersion: 2, takes: [] }, DESK);
    await expect(strange).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes the place of one that waits", async () => {
    const { articleId } = await archive();
    await publishArticle(articleId, DESK);
    await archive({ body: [LEAD, STAY] });
    await archive({ body: [LEAD, STAY, "And more."] });
    expect((await originalsOf(articleId)).map(({ state }) => state)).toEqual([
      "taken",
      "kept",
      "proposed",
    ]);
  });

  it.each<[string, TestPage, string]>([
    ["only its furniture changed", { menu: "Other menu" }, "unchanged"],
    ["it says that it is older", { modified: "2025-02-27", body: [LEAD] }, "kept"],
  ])("is kept without a revision where %s", async (_what, page, outcome) => {
    const { articleId } = await archive({ modified: "2025-03-01" });
    const modified = page.modified ?? "2025-03-01";
    expect((await archive({ ...page, modified })).revision).toEqual({ outcome, number: null });
    expect((await stateOf(articleId)).version).toBe(1);
    expect(await originalsOf(articleId)).toHaveLength(2);
  });

  it("and the same bytes again give the article, whichever version they are", async () => {
    const { articleId } = await archive();
    await archive({ body: [LEAD, STAY] });
    for (const body of [
      [LEAD, QUOTED],
      [LEAD, STAY],
    ]) {
      expect(await archive({ body })).toMatchObject({ articleId, created: false, revision: null });
    }
    expect(await originalsOf(articleId)).toHaveLength(2);
  });

  it("that comes at the same moment, or in the same batch, makes no second article", async () => {
    const bodies = [1, 2, 3].map((i) => [LEAD, QUOTED, `Version ${i}.`]);
    const atOnce = await Promise.all(bodies.map((body) => archive({ body })));
    expect(new Set(atOnce.map(({ articleId }) => articleId)).size).toBe(1);
    expect(atOnce.filter(({ created }) => created)).toHaveLength(1);
    expect(await originalsOf(atOnce[0]?.articleId ?? "")).toHaveLength(3);
    url += "-batch";
    const batch = await archiveOriginals(
      bodies.map((body) => toIncoming(pageOf({ address: url, body }))),
      DESK,
    );
    expect(batch).toMatchObject([
      { created: true, revision: null },
      { created: false, revision: { outcome: "taken", number: 2 } },
      { created: false, revision: { outcome: "taken", number: 3 } },
    ]);
  });

  it("is none of an article in the bin", async () => {
    const { articleId } = await archive();
    await deleteArticle(articleId, DESK);
    expect(await archive({ body: [LEAD, STAY] })).toMatchObject({ created: true });
  });
});

describe("no version of an article is", () => {
  const OTHER: TestPage = {
    headline: "Ferry strike called off",
    date: "2025-05-02",
    body: ["Sailors at the port of Elmouth accepted an offer of higher pay late in the evening."],
  };

  it.each([
    ["the front of a site", () => "https://www.example.org/"],
    ["a section of a site", () => "https://www.example.org/world/europe"],
    ["another text at an address that a table gives them all", () => url],
  ])("what names %s", async (_what, addressOf) => {
    const address = addressOf();
    const { articleId } = await archive({ address, body: [LEAD, QUOTED, `Of ${count}.`] });
    const body = [...(OTHER.body ?? []), `Also of ${count}, at the same address.`];
    const other = await archive({ ...OTHER, address, body });
    expect(other).toMatchObject({ created: true, revision: null });
    expect(other.articleId).not.toBe(articleId);
  });

  it("what names the front of its outlet", async () => {
    const { articleId } = await archive();
    await saveArticle(articleId, { outlet: "The Northmark Post" }, { baseVersion: 1 }, DESK);
    await database.outlet.update({
      where: { slug: "the-northmark-post" },
      data: { homepageUrl: url },
    });
    expect(await archive({ body: [LEAD, STAY] })).toMatchObject({ created: true });
  });
});

it("an earlier revision brings back the original that it was read from", async () => {
  const { articleId } = await archive();
  const { originalId } = await stateOf(articleId);
  await archive({ body: [LEAD, STAY] });
  const { snapshot } = await database.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number: 1 } },
  });
  const fields = snapshot as { paragraphs: string[] };
  await saveArticle(articleId, fields, { baseVersion: 2, revision: 1 }, DESK);
  expect(await stateOf(articleId)).toMatchObject({
    originalId,
    version: 3,
    fields: { paragraphs: [LEAD, QUOTED] },
  });
  expect(await expectPlacesTrue(articleId)).toBe(2);
});

it("all originals end with their article", async () => {
  const { articleId } = await archive();
  await archive({ body: [LEAD, STAY] });
  const ids = (await originalsOf(articleId)).map(({ originalId }) => originalId);
  await deleteArticle(articleId, DESK);
  await database.article.update({
    where: { id: articleId },
    data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) },
  });
  expect(await purgeDeletedArticles()).toBe(1);
  expect(await database.original.count({ where: { id: { in: ids } } })).toBe(0);
});

it("the database refuses another article's original, two that wait, and a changed reading", async () => {
  const { articleId } = await archive();
  await publishArticle(articleId, DESK);
  await archive({ body: [LEAD, STAY] });
  await archive({ body: [LEAD, STAY, "And more."] });
  url += "-other";
  const other = await archive();
  const { originalId } = await stateOf(other.articleId);
  const update = database.article.update({ where: { id: articleId }, data: { originalId } });
  await expect(update).rejects.toThrow();
  const [, kept] = await originalsOf(articleId);
  const where = { originalId: kept?.originalId ?? "" };
  for (const data of [
    { state: "proposed" },
    { articleId: other.articleId },
    { fields: {} },
  ] as const) {
    await expect(
      database.articleOriginal.update({ where, data }),
      JSON.stringify(data),
    ).rejects.toThrow();
  }
});
