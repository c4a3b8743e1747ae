import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getLastDecision } from "#lib/statements/data-decisions.ts";
import { getStatementToReview } from "#lib/statements/data-review.ts";
import { markStatement } from "#lib/statements/mutations-mark.ts";
import { undoDecision } from "#lib/statements/mutations-undo.ts";
import type { Marking } from "#lib/statements/schema-review.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";
import { createTestUser } from "#lib/testing/session.ts";

const BODY = [
  "“The harbour opens on Monday,” the senior official said in Alder.",
  "“Nobody will pay for it twice,” the senior official said. A third gate stays shut, she said.",
].join("\n\n");
const SECOND = "“Nobody will pay for it twice,”";

let ada = { userId: "", agent: "test" };

beforeAll(async () => {
  ada = { userId: (await createTestUser("editor")).id, agent: "test" };
  await database.actor.create({ data: { id: "ada-brook", kind: "person", name: "Ada Brook" } });
  await database.topic.create({ data: { id: "ports", label: "Ports", definition: "Ports." } });
});

describe("marking", () => {
  const marking = (articleId: string, more: Partial<Marking> = {}): Marking => ({
    ...{ articleId, words: "A third gate stays shut", kind: null },
    ...{ speaker: "Ada Brook", addAs: null, speakerText: "the senior official" },
    ...{ isAnonymous: false, venue: null, saidOn: null, topics: ["ports"] },
    ...more,
  });

  it("adds a confirmed statement at its words, and takes it away again", async () => {
    const articleId = await createTestArticle({ body: BODY });
    const id = await markStatement(marking(articleId), ada);
    const row = await database.statement.findUniqueOrThrow({ where: { id } });
    expect(BODY.slice(row.startsAt, row.endsAt)).toBe("A third gate stays shut");
    expect(row).toMatchObject({ isPublic: true, words: "A third gate stays shut" });
    const { source } = row.parts as { source: { start: number; end: number } };
    expect(source.start).toBe(BODY.lastIndexOf("the senior official"));
    expect((await getStatementToReview(id))?.state).toMatchObject({
      ...{ status: "confirmed", kind: "indirect", speakerId: "ada-brook" },
      ...{ topics: [{ topicId: "ports", status: "confirmed" }], decidedById: ada.userId },
    });
    await undoDecision(BigInt((await getLastDecision(ada.userId))?.id ?? 0), ada);
    expect(await database.statement.findUnique({ where: { id } })).toBeNull();
  });

  it("takes quotation marks in, however they are typed", async () => {
    const articleId = await createTestArticle({ body: BODY });
    const id = await markStatement(
      marking(articleId, { words: "Nobody will pay for it twice," }),
      ada,
    );
    expect(await database.statement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "direct", words: "Nobody will pay for it twice," },
      startsAt: BODY.indexOf(SECOND),
    });
  });

  it.each([
    ["words that are not there", { words: "A fourth gate" }, "do not stand in the article"],
    ["words of another statement", { words: "harbour opens" }, "stands there already"],
  ])("refuses %s", async (_, more, message) => {
    const articleId = await createTestArticle({ body: BODY });
    await placeTestStatement(articleId, "The harbour opens on Monday,");
    await expect(markStatement(marking(articleId, more), ada)).rejects.toThrow(message);
  });

  it("says so where there is no such article, or it is in the bin", async () => {
    const binned = await createTestArticle({ body: BODY, deletedAt: new Date() });
    for (const articleId of [binned, "00000000-0000-7000-8000-000000000000"]) {
      const refused = markStatement(marking(articleId), ada);
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
