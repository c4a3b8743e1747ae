import { describe, expect, it } from "vitest";
import { comparePublicRevisions, listPublicRevisions } from "#lib/articles/data-revisions.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import {
  deleteArticle,
  publishArticle,
  republishArticle,
  withdrawArticle,
} from "#lib/articles/mutations.ts";
import { GRAIN_TALKS, pageOf, toIncoming } from "#lib/testing/page.ts";

const DESK = { userId: null, agent: "test" };
const [LEAD, QUOTED] = GRAIN_TALKS;

/** Saved twice before it was public, and once since. */
async function revised(): Promise<string> {
  const address = `https://example.org/2025/${crypto.randomUUID()}`;
  const { articleId } = await archiveOriginal(toIncoming(pageOf({ address })), DESK);
  await saveArticle(
    articleId,
    { rights: "full_text", summary: "Not yet public." },
    { baseVersion: 1 },
    DESK,
  );
  await saveArticle(articleId, { summary: "First." }, { baseVersion: 2 }, DESK);
  await publishArticle(articleId, DESK);
  const paragraphs = [LEAD, QUOTED.replace("will", "may")];
  await saveArticle(articleId, { summary: "Second.", paragraphs }, { baseVersion: 3 }, DESK);
  return articleId;
}
const numbersOf = async (id: string) => (await listPublicRevisions(id)).map(({ number }) => number);

describe("the revisions that readers see", () => {
  it("are the first that was public and those since", async () => {
    const id = await revised();
    expect(await numbersOf(id)).toEqual([4, 3]);
    await deleteArticle(id, DESK);
    expect(await numbersOf(id)).toEqual([]);
  });

  it("begin anew where it was withdrawn and published again", async () => {
    const id = await revised();
    await withdrawArticle(id, "A quotation was wrong.", DESK);
    await saveArticle(id, { summary: "Tried while nobody saw it." }, { baseVersion: 4 }, DESK);
    await saveArticle(id, { summary: "Right." }, { baseVersion: 5 }, DESK);
    await republishArticle(id, DESK);
    expect(await numbersOf(id)).toEqual([6]);
  });

  it("of a draft are none", async () => {
    const { articleId } = await archiveOriginal(toIncoming(pageOf({ menu: "Draft" })), DESK);
    expect(await numbersOf(articleId)).toEqual([]);
  });

  it.each([
    ["full_text", ["quotation paragraphs", "wording summary"]],
    ["metadata_only", ["wording summary"]],
  ] as const)("are compared as far as %s lets them be", async (rights, expected) => {
    const id = await revised();
    const revisions = await listPublicRevisions(id);
    const pair = { from: 3, to: 4 };
    const changes = await comparePublicRevisions({ id, rights }, revisions, pair);
    expect(changes?.map(({ substance, field }) => `${substance} ${field}`)).toEqual(expected);
    const early = comparePublicRevisions({ id, rights }, revisions, { from: 2, to: 4 });
    expect(await early).toBeNull();
  });
});
