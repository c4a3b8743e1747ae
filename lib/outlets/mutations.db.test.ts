import { beforeEach, describe, expect, it } from "vitest";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { database } from "#lib/db/client.ts";
import { addOutlet, editOutlet, mergeOutlet, undoOutletMerge } from "#lib/outlets/mutations.ts";
import { outletFieldsSchema } from "#lib/outlets/schema.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const DESK = { userId: null, agent: "test" };
const fieldsOf = (name: string, more: object = {}) =>
  outletFieldsSchema.parse({
    name,
    country: "",
    homepageUrl: "",
    timeZone: "Europe/London",
    defaultRights: "extract",
    ...more,
  });
const add = (name: string) => addOutlet(fieldsOf(name), DESK);
const outletOf = async (id: string) =>
  (await database.article.findUniqueOrThrow({ where: { id }, select: { outletId: true } }))
    .outletId;

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE outlets, articles CASCADE`;
});

describe("outlets", () => {
  it("keep their slug when their name changes", async () => {
    const id = await add("The Northmark Post");
    await editOutlet(id, fieldsOf("Northmark Post"), DESK);
    const { slug, name } = await database.outlet.findUniqueOrThrow({ where: { id } });
    expect([slug, name]).toEqual(["the-northmark-post", "Northmark Post"]);
  });

  it("refuse a name that is taken, also by one merged away", async () => {
    const [post, other] = [await add("Northmark Post"), await add("Northmark News")];
    await expect(add("northmark post")).rejects.toMatchObject({ code: "invalid_input" });
    await mergeOutlet({ id: post, into: other }, DESK);
    await expect(add("Northmark Post")).rejects.toThrow("was merged into Northmark News");
  });

  it.each([{ homepageUrl: "javascript:alert(1)" }, { timeZone: "Mars/Base" }, { name: " " }])(
    "refuse %j",
    (wrong) => expect(() => fieldsOf("Post", wrong)).toThrow(),
  );
});

describe("merging", () => {
  it("moves articles, and undoing moves back those that nobody moved since", async () => {
    const [from, into, third] = [await add("Post"), await add("News"), await add("Times")];
    const [stays, leaves, own] = [
      await createTestArticle({ outletId: from }),
      await createTestArticle({ outletId: from }),
      await createTestArticle({ outletId: into }),
    ];
    await mergeOutlet({ id: from, into }, DESK);
    expect(await outletOf(stays)).toBe(into);
    await database.article.update({ where: { id: leaves }, data: { outletId: third } });
    await undoOutletMerge(from, DESK);
    expect([await outletOf(stays), await outletOf(leaves), await outletOf(own)]).toEqual([
      from,
      third,
      into,
    ]);
    await expect(undoOutletMerge(from, DESK)).rejects.toMatchObject({ code: "conflict" });
  });

  it("files what comes in under the old name with the other", async () => {
    const [from, into] = [await add("Northmark Post"), await add("Northmark News")];
    await mergeOutlet({ id: from, into }, DESK);
    const text = `---\noutlet: Northmark Post\ndate: 2025-02-27\n---\n\n# Talks on grain\n\nThe government of Northmark has offered to host a new round of talks this week.\n`;
    const { articleId } = await archiveOriginal(
      { bytes: new TextEncoder().encode(text), mediaType: "text/markdown", receivedVia: "upload" },
      DESK,
    );
    expect(await outletOf(articleId)).toBe(into);
  });
});
