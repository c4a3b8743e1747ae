import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { mergeTopic, undoTopicMerge } from "#lib/topics/mutations-merge.ts";
import { addTopic, editTopic } from "#lib/topics/mutations.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const DESK = { userId: null, agent: "test" };
const fieldsOf = (label: string, broaderId: string | null = null, keywords: string[] = []) => ({
  label,
  definition: "For tests.",
  keywords,
  exceptions: [],
  hitsNeeded: 2,
  broaderId,
  iptcId: null,
});
const add = (label: string, broaderId?: string | null, keywords?: string[]) =>
  addTopic(fieldsOf(label, broaderId, keywords), DESK);

/** Everything that merging may touch, in one comparable value. */
const snapshot = async () => ({
  topics: await database.topic.findMany({ orderBy: { id: "asc" } }),
  articles: await database.articleTopic.findMany({
    orderBy: [{ articleId: "asc" }, { topicId: "asc" }],
  }),
  statements: await database.statementTopic.findMany({
    orderBy: [{ statementId: "asc" }, { topicId: "asc" }],
  }),
  events: await database.eventTopic.findMany({ orderBy: [{ eventId: "asc" }, { topicId: "asc" }] }),
});
const broaderOf = async (id: string) =>
  (await database.topic.findUniqueOrThrow({ where: { id } })).broaderId;

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE topics, events CASCADE`;
});

describe("the vocabulary", () => {
  it("makes an id from the label, and another where that is taken", async () => {
    expect(await add("Grain exports")).toBe("grain-exports");
    expect(await add("Grain: exports")).toBe("grain-exports-2");
  });

  it("refuses a label that another topic has, however it is capitalised", async () => {
    await add("Grain");
    await expect(add("GRAIN")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("refuses a broader topic that stands under the topic", async () => {
    const top = await add("Top");
    const middle = await add("Middle", top);
    const low = await add("Low", middle);
    await expect(editTopic(top, fieldsOf("Top", low), DESK)).rejects.toMatchObject({
      details: { fields: { broaderId: expect.any(String) } },
    });
    expect(await broaderOf(top)).toBeNull();
  });

  it("never makes a ring of two edits at once", async () => {
    const [one, two] = [await add("One"), await add("Two")];
    const edits = await Promise.allSettled([
      editTopic(one, fieldsOf("One", two), DESK),
      editTopic(two, fieldsOf("Two", one), DESK),
    ]);
    expect(edits.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("merging", () => {
  it("moves articles, events, narrower topics and words, and undoing puts all of it back", async () => {
    const [from, into] = [await add("Corn", null, ["maize"]), await add("Grain", null, ["wheat"])];
    await add("Corn by rail", from);
    const [only, both] = [await createTestArticle({}), await createTestArticle({})];
    await database.articleTopic.createMany({
      data: [
        { articleId: only, topicId: from, status: "suggested", confidence: 0.5 },
        { articleId: both, topicId: from, status: "confirmed", confidence: 1 },
        { articleId: both, topicId: into, status: "suggested", confidence: 0.25 },
      ],
    });
    const event = { title: "Talks", kind: "meeting", date: "2025" } as const;
    const day = new Date("2025-01-01");
    await database.event.create({ data: { ...event, id: "talks", startsOn: day, endsOn: day } });
    await database.eventTopic.create({ data: { eventId: "talks", topicId: from } });
    const before = await snapshot();

    await mergeTopic({ id: from, into }, DESK);
    const merged = await snapshot();
    expect(merged.articles.map(({ topicId }) => topicId)).toEqual([into, into]);
    expect(merged.articles.find(({ articleId }) => articleId === both)?.status).toBe("confirmed");
    expect(merged.events).toEqual([{ eventId: "talks", topicId: into }]);
    expect(await broaderOf("corn-by-rail")).toBe(into);
    const { keywords } = await database.topic.findUniqueOrThrow({ where: { id: into } });
    expect(keywords).toEqual(["wheat", "Corn", "maize"]);

    await undoTopicMerge(from, DESK);
    expect(await snapshot()).toEqual(before);
  });

  it("moves the topics of statements, and undoing puts them back", async () => {
    const [from, into] = [await add("Corn"), await add("Grain")];
    const articleId = await createTestArticle({ body: "“Corn,” said Ada. “And oats,” said Tom." });
    const only = await createTestStatement({
      ...{ articleId, words: "“Corn,”" },
      topics: [{ topicId: from, status: "suggested", confidence: 0.5 }],
    });
    const both = await createTestStatement({
      ...{ articleId, words: "“And oats,”" },
      topics: [
        { topicId: from, status: "confirmed", confidence: 1 },
        { topicId: into, status: "suggested", confidence: 0.25 },
      ],
    });
    const before = await snapshot();

    await mergeTopic({ id: from, into }, DESK);
    const { statements } = await snapshot();
    expect(statements.map(({ topicId }) => topicId)).toEqual([into, into]);
    expect(statements.find(({ statementId }) => statementId === only)?.status).toBe("suggested");
    expect(statements.find(({ statementId }) => statementId === both)?.status).toBe("confirmed");

    await undoTopicMerge(from, DESK);
    expect(await snapshot()).toEqual(before);

    await mergeTopic({ id: from, into }, DESK);
    await database.statement.delete({ where: { id: both } });
    await undoTopicMerge(from, DESK);
    expect((await snapshot()).statements).toMatchObject([{ statementId: only, topicId: from }]);
  });

  it("keeps what an editor did in between", async () => {
    const [from, into, other] = [await add("Corn"), await add("Grain"), await add("Rail")];
    const child = await add("Corn by rail", from);
    await mergeTopic({ id: from, into }, DESK);
    await editTopic(child, fieldsOf("Corn by rail", other), DESK);
    await undoTopicMerge(from, DESK);
    expect(await broaderOf(child)).toBe(other);
  });

  it("merges into a topic that stands under it without making a ring", async () => {
    const top = await add("Top");
    const from = await add("From", top);
    const middle = await add("Middle", from);
    const into = await add("Into", middle);
    await mergeTopic({ id: from, into }, DESK);
    expect(await broaderOf(middle)).toBe(top);
    expect(await broaderOf(into)).toBe(middle);
    await undoTopicMerge(from, DESK);
    expect(await broaderOf(middle)).toBe(from);
  });

  it("merges into a topic directly under it", async () => {
    const from = await add("From");
    const into = await add("Into", from);
    await mergeTopic({ id: from, into }, DESK);
    expect(await broaderOf(into)).toBeNull();
  });

  it("leads addresses of topics merged before straight to the last, and parts them in order", async () => {
    const [a, b, c] = [await add("A one"), await add("B two"), await add("C three")];
    await mergeTopic({ id: a, into: b }, DESK);
    await mergeTopic({ id: b, into: c }, DESK);
    expect((await database.topic.findUniqueOrThrow({ where: { id: a } })).mergedIntoId).toBe(c);
    await expect(undoTopicMerge(a, DESK)).rejects.toMatchObject({ code: "conflict" });
    await undoTopicMerge(b, DESK);
    await undoTopicMerge(a, DESK);
    expect(await database.topic.count({ where: { mergedIntoId: null } })).toBe(3);
  });

  it("refuses what is merged already, unknown, or the same", async () => {
    const [a, b] = [await add("A one"), await add("B two")];
    await mergeTopic({ id: a, into: b }, DESK);
    await expect(mergeTopic({ id: a, into: b }, DESK)).rejects.toMatchObject({ code: "conflict" });
    await expect(mergeTopic({ id: b, into: a }, DESK)).rejects.toMatchObject({ code: "conflict" });
    await expect(mergeTopic({ id: b, into: b }, DESK)).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(mergeTopic({ id: b, into: "none" }, DESK)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(undoTopicMerge(b, DESK)).rejects.toMatchObject({ code: "conflict" });
  });
});
