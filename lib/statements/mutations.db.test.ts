import { beforeEach, describe, expect, it } from "vitest";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { publishArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const DESK = { userId: null, agent: "test" };
const BODY =
  "All met in Northmark. “We will stay in the valley,” said Ada Brook.\n\nTom Reed left early.";
const SAID = "“We will stay in the valley,”";

const statementOf = (id: string) =>
  database.statement.findUniqueOrThrow({ where: { id }, include: { topics: true } });

beforeEach(async () => {
  await database.actor.createMany({
    data: [{ id: "brook", kind: "person", name: "Ada Brook" }],
    skipDuplicates: true,
  });
  await database.topic.createMany({
    data: [{ id: "grain", label: "Grain exports", definition: "", keywords: [] }],
    skipDuplicates: true,
  });
});

describe("a statement", () => {
  it("stands with its words, its sentence and the day on which it was said", async () => {
    const articleId = await createTestArticle({ body: BODY });
    const id = await createTestStatement({
      ...{ articleId, words: SAID, source: "Ada Brook", speakerId: "brook", saidOn: "2025-02" },
    });
    const { createdAt, ...statement } = await statementOf(id);
    expect(createdAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(statement).toMatchObject({
      ...{ status: "suggested", words: "We will stay in the valley,", speakerId: "brook" },
      ...{ passage: `${SAID} said Ada Brook.`, passageAt: BODY.indexOf(SAID) },
      ...{ startsAt: BODY.indexOf(SAID), endsAt: BODY.indexOf(SAID) + SAID.length },
      ...{ day: new Date("2025-02-01"), isPublic: true, decidedAt: null },
    });
  });

  it("is dated by its article where no day is known, and shown only where that is", async () => {
    const values = { body: BODY, publishedOn: "2025-03-01" };
    const draft = await createTestArticle({ ...values, status: "draft" });
    const short = await createTestArticle({ ...values, rights: "extract" });
    const ids = [
      await createTestStatement({ articleId: draft, words: SAID }),
      await createTestStatement({ articleId: short, words: SAID }),
    ];
    for (const id of ids) {
      expect(await statementOf(id)).toMatchObject({ day: new Date("2025-03-01"), isPublic: false });
    }
  });

  it("shares a group with the same words elsewhere, and none where they are few", async () => {
    const [one, other] = [
      await createTestArticle({ body: BODY }),
      await createTestArticle({
        body: "Brook: “We will stay in the Valley.” And: “We will stay.”",
      }),
    ];
    const first = await statementOf(await createTestStatement({ articleId: one, words: SAID }));
    const again = await statementOf(
      await createTestStatement({ articleId: other, words: "“We will stay in the Valley.”" }),
    );
    const short = await statementOf(
      await createTestStatement({ articleId: other, words: "“We will stay.”" }),
    );
    expect(again.groupId).toBe(first.groupId);
    expect(short.groupId).toBe(short.id);
    expect(again.keys).toEqual(first.keys);
  });

  it("leaves out topics that are gone, and places that are none", async () => {
    const articleId = await createTestArticle({ body: BODY });
    const topic = { status: "suggested" as const, confidence: 0.5 };
    const id = await createTestStatement({
      ...{ articleId, words: SAID },
      topics: [
        { topicId: "grain", ...topic },
        { topicId: "gone", ...topic },
      ],
    });
    expect((await statementOf(id)).topics.map(({ topicId }) => topicId)).toEqual(["grain"]);
    const { parts, ...statement } = {
      ...{ kind: "direct" as const, speakerId: null, speakerText: null, isAnonymous: false },
      ...{ venue: null, saidOn: null, confidence: 1, topics: [] },
      parts: {
        ...{ content: [{ start: 5_000, end: 5_010 }], quotes: [], insertions: [] },
        ...{ cue: null, source: null, venue: null, saidOn: null },
      },
    };
    await database.$transaction((tx) =>
      insertStatements(tx, [
        { articleId, body: BODY, publishedOn: null, statements: [{ ...statement, parts }] },
      ]),
    );
    expect(await database.statement.count({ where: { articleId } })).toBe(1);
  });
});

describe("an article's statements", () => {
  const store = async () => {
    const text = `Northmark meets\nBy Ada Brook\n27 February 2025\n\n${BODY} ${Math.random()}`;
    const bytes = new TextEncoder().encode(text);
    return (await archiveOriginal({ bytes, receivedVia: "paste" }, DESK)).articleId;
  };
  const bodyOf = async (id: string) =>
    (await database.article.findUniqueOrThrow({ where: { id } })).body;

  it("move through an edit with what a person decided, and are public with the article", async () => {
    const articleId = await store();
    await database.statement.deleteMany({ where: { articleId } });
    const id = await createTestStatement({
      ...{ articleId, words: SAID, status: "confirmed", speakerId: "brook" },
      topics: [{ topicId: "grain", status: "confirmed", confidence: 1 }],
    });
    const before = await statementOf(id);
    expect(before.isPublic).toBe(false);
    const paragraphs = ["It rained.", ...(await bodyOf(articleId)).split("\n\n")];
    await saveArticle(articleId, { paragraphs }, { baseVersion: 1 }, DESK);
    const after = await statementOf(id);
    const body = await bodyOf(articleId);
    expect(body.slice(after.startsAt, after.endsAt)).toBe(SAID);
    expect(body.startsWith(after.passage, after.passageAt)).toBe(true);
    expect(after.startsAt).toBe(before.startsAt + "It rained.\n\n".length);
    expect(after).toMatchObject({
      ...{ status: "confirmed", speakerId: "brook", createdAt: before.createdAt },
      ...{ topics: before.topics, groupId: before.groupId, decidedAt: before.decidedAt },
    });
    await publishArticle(articleId, DESK);
    expect((await statementOf(id)).isPublic).toBe(true);
  });

  it("follow the article's day where they have none of their own", async () => {
    const articleId = await store();
    await database.statement.deleteMany({ where: { articleId } });
    const id = await createTestStatement({ articleId, words: SAID, status: "confirmed" });
    await saveArticle(articleId, { publishedOn: "2025-03-02" }, { baseVersion: 1 }, DESK);
    expect((await statementOf(id)).day).toEqual(new Date("2025-03-02"));
  });

  it("go with their words", async () => {
    const articleId = await store();
    const id = await createTestStatement({ articleId, words: SAID, status: "confirmed" });
    const paragraphs = ["All met in Northmark. Nobody spoke."];
    await saveArticle(articleId, { paragraphs }, { baseVersion: 1 }, DESK);
    expect(await database.statement.findUnique({ where: { id } })).toBeNull();
  });
});
