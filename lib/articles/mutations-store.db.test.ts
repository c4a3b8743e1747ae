import { beforeAll, describe, expect, it } from "vitest";
import { getArticleState } from "#lib/articles/data-state.ts";
import {
  archiveOriginal,
  archiveOriginals,
  type ArchivedOriginal,
} from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { deleteArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";

const DESK = { userId: null, agent: "test" };
let count = 0;

/** A text that no other test has stored. */
const textOf = () =>
  `Northmark offers to host grain talks
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

beforeAll(async () => {
  await database.actor.create({ data: { id: "reed", kind: "person", name: "Tom Reed" } });
  await database.topic.create({
    data: { id: "grain", label: "Grain exports", definition: "", keywords: ["grain"] },
  });
});

describe("storing an original", () => {
  it("keeps the bytes, the draft, its places, suggestions and revision 1", async () => {
    const text = textOf();
    const { articleId, created } = await archive(text);
    expect(created).toBe(true);
    const state = await stateOf(articleId);
    expect(state).toMatchObject({
      status: "draft",
      version: 1,
      fields: {
        headline: "Northmark offers to host grain talks",
        publishedOn: "2025-02-27",
        bylines: [{ name: "Ada Brook", role: "Diplomatic correspondent", note: null }],
        topics: [{ id: "grain", status: "suggested" }],
        people: [{ id: "reed", status: "suggested" }],
      },
    });
    expect(state.places.find(({ field }) => field === "publishedOn")).toMatchObject({
      startsAt: text.indexOf("27 February"),
    });
    const original = await database.original.findUniqueOrThrow({ where: { id: state.originalId } });
    expect(new TextDecoder().decode(original.bytes)).toBe(text);
    const [revision] = await database.revision.findMany({ where: { articleId } });
    expect(revision).toMatchObject({ number: 1, snapshot: { headline: state.fields.headline } });
  });

  it("gives the same article for the same bytes, also when they come at once", async () => {
    const text = textOf();
    const stored = await Promise.all([archive(text), archive(text), archive(text)]);
    expect(new Set(stored.map(({ articleId }) => articleId)).size).toBe(1);
    expect(stored.filter(({ created }) => created)).toHaveLength(1);
  });

  it("takes many at once, publishes what can be, and keeps none back for another", async () => {
    const [text, same] = [textOf(), textOf()];
    const undated = `A headline without a day ${Math.random()}\n\nNobody knows when this was written.`;
    const incoming = [text, same, same, undated, "\0\0\0"].map((each) => ({
      bytes: new TextEncoder().encode(each),
      receivedVia: "paste" as const,
    }));
    const results = await archiveOriginals(incoming, DESK, undefined, { publish: true });
    const [first, second, third, draft, unreadable] = results;
    expect(unreadable).toMatchObject({ code: "unsupported_media_type" });
    expect([first, second, third, draft]).toMatchObject([
      { created: true },
      { created: true },
      { created: false },
      { created: true, path: null },
    ]);
    const stored = [first, second].map((each) => each as ArchivedOriginal);
    const paths = stored.map(({ path }) => path);
    expect(new Set(paths).size).toBe(2);
    for (const { articleId, path } of stored) {
      expect(await stateOf(articleId)).toMatchObject({ status: "published", version: 1 });
      expect(path).toMatch(/^\/2025\/02\/27\/northmark-offers-to-host-grain-talks/);
      const actions = await database.auditEntry.findMany({
        where: { subjectId: articleId },
        orderBy: { id: "asc" },
        select: { action: true },
      });
      expect(actions.map(({ action }) => action)).toEqual(["article.store", "article.publish"]);
    }
    expect((third as ArchivedOriginal).articleId).toBe((second as ArchivedOriginal).articleId);
  });

  it("says when those bytes lie in the bin", async () => {
    const text = textOf();
    const { articleId } = await archive(text);
    await deleteArticle(articleId, DESK);
    expect(await archive(text)).toMatchObject({ articleId, created: false, inBin: true });
  });

  it("adds an outlet once, however its name is capitalised", async () => {
    const named = async (outlet: string) => {
      const { articleId } = await archive();
      await saveArticle(articleId, { outlet }, { baseVersion: 1 }, DESK);
    };
    await Promise.all([named("The Northmark Post"), named("The Northmark Post")]);
    await named("the northmark POST");
    const outlets = await database.outlet.findMany({ where: { slug: { contains: "northmark" } } });
    expect(outlets).toMatchObject([{ name: "The Northmark Post", slug: "the-northmark-post" }]);
  });

  it("takes a text of many thousand lines in seconds", async () => {
    const { draft } = await archive("A line of words without a stop\n".repeat(30_000));
    expect(draft.paragraphs).toHaveLength(30_000);
  });
});
