import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getLastDecision } from "#lib/statements/data-decisions.ts";
import { findWords, partsFromContent } from "#lib/statements/find-words.ts";
import { getStatementToReview } from "#lib/statements/data-review.ts";
import {
  confirmStatement,
  decideLikes,
  rejectStatement,
  reopenStatement,
} from "#lib/statements/mutations-decide.ts";
import { rewriteStatements } from "#lib/statements/mutations.ts";
import { undoDecision } from "#lib/statements/mutations-undo.ts";
import type { Correction } from "#lib/statements/schema-review.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestUser } from "#lib/testing/session.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";

const BODY = [
  "“The harbour opens on Monday,” the senior official said in Alder.",
  "“Nobody will pay for it twice,” the senior official said. A third gate stays shut, she said.",
].join("\n\n");
const FIRST = "“The harbour opens on Monday,”";
const SECOND = "“Nobody will pay for it twice,”";

const AS_READ: Correction = {
  shownSpeaker: null,
  ...{ kind: "direct", speaker: null, addAs: null, speakerText: "the senior official" },
  ...{ isAnonymous: false, venue: null, saidOn: null, topics: [], offered: [] },
};

let [ada, tom] = [
  { userId: "", agent: "test" },
  { userId: "", agent: "test" },
];
let names = { ada: "", tom: "" };

beforeAll(async () => {
  const people = [await createTestUser("editor"), await createTestUser("editor")] as const;
  [ada, tom] = people.map(({ id }) => ({ userId: id, agent: "test" })) as [typeof ada, typeof tom];
  names = { ada: people[0].name, tom: people[1].name };
  await database.actor.createMany({
    data: [
      { id: "ada-brook", kind: "person", name: "Ada Brook" },
      { id: "eve-marsh", kind: "person", name: "Eve Marsh" },
      { id: "eve-marsh-2", kind: "person", name: "Eve Marsh" },
      { id: "a-brook", kind: "person", name: "A. Brook", mergedIntoId: "ada-brook" },
    ],
  });
  await database.actorAlias.create({ data: { actorId: "ada-brook", alias: "Dame Ada" } });
  await database.topic.createMany({
    data: ["grain", "ports", "sea"].map((id) => ({ id, label: id, definition: id })),
  });
});

/** An article with its two statements of the same speaker. */
async function createArticle(outletId?: string) {
  const articleId = await createTestArticle({ body: BODY, outletId });
  const speakerText = "the senior official";
  const topics = [
    { topicId: "grain", status: "suggested" as const, confidence: 0.7 },
    { topicId: "ports", status: "suggested" as const, confidence: 0.4 },
  ];
  const first = await placeTestStatement(articleId, FIRST, { speakerText, topics });
  const second = await placeTestStatement(articleId, SECOND, { speakerText });
  return { articleId, first, second };
}

async function stateOf(id: string) {
  const statement = await getStatementToReview(id);
  if (!statement) throw new Error("no such statement");
  return statement.state;
}
const seenOf = async (id: string) => (await getStatementToReview(id))?.seen ?? "";
const confirm = async (id: string, correction: Partial<Correction> = {}, actor = ada) =>
  confirmStatement({ id, seen: await seenOf(id) }, { ...AS_READ, ...correction }, actor);
const lastOf = async (actor: { userId: string }) => {
  const decision = await getLastDecision(actor.userId);
  if (!decision) throw new Error("no decision");
  return decision;
};
const undoLastOf = async (actor: typeof ada) => {
  const { id } = await lastOf(actor);
  return await undoDecision(BigInt(id), actor);
};

describe("confirming", () => {
  it("keeps what a person says, who and when, and before and after in the audit", async () => {
    const { first } = await createArticle();
    const before = await stateOf(first);
    await confirm(first, {
      ...{ speaker: "dame ada", venue: "in Alder", saidOn: "yesterday", kind: "mixed" },
      ...{ topics: ["grain", "sea"], offered: ["grain", "ports", "sea"] },
    });
    const after = await stateOf(first);
    expect(after).toEqual({
      ...{ status: "confirmed", kind: "mixed", speakerId: "ada-brook", isAnonymous: false },
      ...{ speakerText: "the senior official", venue: "in Alder", saidOn: "2025-02-26" },
      topics: [
        { topicId: "grain", status: "confirmed", confidence: 1 },
        { topicId: "ports", status: "rejected", confidence: before.topics[1]?.confidence },
        { topicId: "sea", status: "confirmed", confidence: 1 },
      ],
      decidedAt: expect.any(String),
      decidedById: ada.userId,
    });
    const row = await database.statement.findUniqueOrThrow({ where: { id: first } });
    expect(row.day?.toISOString().slice(0, 10)).toBe("2025-02-26");
    const audit = await database.auditEntry.findMany({ where: { subjectId: first } });
    expect(audit).toMatchObject([
      { action: "statement.confirm", details: { changes: [{ id: first, before, after }] } },
    ]);
  });

  it.each([
    ["nobody of the archive", { speaker: "Cy Dale" }, "knows nobody called “Cy Dale”"],
    ["several", { speaker: "Eve Marsh" }, "eve-marsh, eve-marsh-2"],
    ["no date", { saidOn: "in due course" }, "This is not a date"],
    ["no topic", { topics: ["gone"] }, "One of these topics is gone"],
  ])("refuses what names %s, and changes nothing", async (_, correction, message) => {
    const { first } = await createArticle();
    const before = await stateOf(first);
    await expect(confirm(first, correction)).rejects.toThrow(message);
    expect(await stateOf(first)).toEqual(before);
    expect(await database.auditEntry.count({ where: { subjectId: first } })).toBe(0);
  });

  it("takes an id for one of several, and who was merged away for the other", async () => {
    const { first, second } = await createArticle();
    await confirm(first, { speaker: "eve-marsh-2" });
    await confirm(first, { speaker: "Eve Marsh", shownSpeaker: "eve-marsh-2" });
    await confirm(second, { speaker: "a-brook" });
    const states = [await stateOf(first), await stateOf(second)];
    expect(states.map(({ speakerId }) => speakerId)).toEqual(["eve-marsh-2", "ada-brook"]);
  });

  it("adds somebody whom the archive does not know once, described as the article does", async () => {
    const { first, second } = await createArticle();
    const naming = { speaker: "Flo Hart", addAs: "person" as const };
    await Promise.all([confirm(first, naming, ada), confirm(second, naming, tom)]);
    const added = await database.actor.findMany({ where: { name: "Flo Hart" } });
    expect(added).toMatchObject([{ kind: "person", description: "the senior official" }]);
    expect((await stateOf(first)).speakerId).toBe(added[0]?.id);
    expect((await stateOf(second)).speakerId).toBe(added[0]?.id);
  });

  it("says of an anonymous source nothing but what the article calls it", async () => {
    const { first } = await createArticle();
    await confirm(first, { isAnonymous: true });
    expect(await stateOf(first)).toMatchObject({ isAnonymous: true, speakerId: null });
  });
});

describe("two who decide at once", () => {
  it("says to the second what the first decided, and lets them decide knowingly", async () => {
    const { first } = await createArticle();
    const seen = await seenOf(first);
    await confirm(first, { speaker: "Ada Brook" }, ada);
    const now = await seenOf(first);
    const words = `${names.ada} has confirmed this statement, as said by Ada Brook, since you opened it.`;
    await expect(rejectStatement({ id: first, seen }, tom)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(words),
      details: { seen: now },
    });
    expect((await stateOf(first)).status).toBe("confirmed");
    await rejectStatement({ id: first, seen: now }, tom);
    expect((await stateOf(first)).status).toBe("rejected");
  });

  it("takes exactly one of them, however close they come", async () => {
    const { first } = await createArticle();
    const seen = await seenOf(first);
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => rejectStatement({ id: first, seen }, tom)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.auditEntry.count({ where: { subjectId: first } })).toBe(1);
  });

  it("says so where the statement has gone with its words", async () => {
    const { first } = await createArticle();
    const seen = await seenOf(first);
    await database.statement.delete({ where: { id: first } });
    await expect(rejectStatement({ id: first, seen }, ada)).rejects.toThrow("is gone");
  });
});

describe("undoing", () => {
  it("goes back decision by decision to what stood there before", async () => {
    const { first } = await createArticle();
    const read = await stateOf(first);
    await confirm(first, { speaker: "Ada Brook", topics: ["sea"], offered: ["grain", "sea"] });
    const confirmed = await stateOf(first);
    await reopenStatement({ id: first, seen: await seenOf(first) }, ada);
    expect(await stateOf(first)).toMatchObject({ status: "suggested", decidedAt: null });
    await undoLastOf(ada);
    expect(await stateOf(first)).toEqual(confirmed);
    expect(await undoLastOf(ada)).toEqual({ statementId: first, left: 0 });
    expect(await stateOf(first)).toEqual(read);
    const actions = await database.auditEntry.findMany({
      where: { subjectId: first },
      orderBy: { id: "asc" },
      select: { action: true },
    });
    const done = actions.map(({ action }) => action.replace("statement.", ""));
    expect(done).toEqual(["confirm", "reopen", "undo", "undo"]);
  });

  it("is done once, and not over what somebody decided since", async () => {
    const { first } = await createArticle();
    await confirm(first);
    const decision = BigInt((await lastOf(ada)).id);
    await rejectStatement({ id: first, seen: await seenOf(first) }, tom);
    await expect(undoDecision(decision, ada)).rejects.toThrow(
      "Someone has decided about this since",
    );
    expect((await stateOf(first)).status).toBe("rejected");
    await undoLastOf(tom);
    await undoDecision(decision, ada);
    await expect(undoDecision(decision, ada)).rejects.toMatchObject({ code: "conflict" });
    await expect(undoDecision(0n, ada)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("reading the article anew", () => {
  it("keeps what was decided, which can still be undone", async () => {
    const { articleId, first, second } = await createArticle();
    await confirm(first, { speaker: "Ada Brook", topics: ["sea"], offered: ["grain", "ports"] });
    await rejectStatement({ id: second, seen: await seenOf(second) }, tom);
    const decided = [await stateOf(first), await stateOf(second)];
    const suggestion = {
      ...{ kind: "direct" as const, speakerId: "eve-marsh", speakerText: "she" },
      ...{ isAnonymous: false, venue: null, saidOn: null, confidence: 1, topics: [] },
    };
    const after = `It rains.\n\n${BODY}`;
    await database.$transaction((tx) =>
      rewriteStatements(tx, { articleId, before: BODY, after, publishedOn: "2025-02-27" }, [
        { ...suggestion, parts: partsFromContent(after, findWords(after, FIRST)[0] ?? []) },
      ]),
    );
    expect([await stateOf(first), await stateOf(second)]).toEqual(decided);
    expect(await database.statement.count({ where: { articleId } })).toBe(2);
    await undoLastOf(ada);
    expect(await stateOf(first)).toMatchObject({ status: "suggested", speakerId: null });
  });
});

describe("likes", () => {
  it("are given the same speaker and confirmed together, and undone together", async () => {
    const { articleId, first, second } = await createArticle();
    const other = await placeTestStatement(articleId, "A third gate stays shut", {
      speakerText: "the other official",
    });
    await confirm(first, { speaker: "Ada Brook" });
    const before = await stateOf(second);
    const likes = [second, other].map(async (id) => ({ id, seen: await seenOf(id) }));
    expect(await decideLikes(first, await Promise.all(likes), ada)).toBe(1);
    expect(await stateOf(second)).toMatchObject({
      ...{ status: "confirmed", speakerId: "ada-brook", decidedById: ada.userId },
    });
    expect((await stateOf(other)).status).toBe("suggested");
    expect(await lastOf(ada)).toMatchObject({ action: "statement.decide_likes", count: 1 });
    await undoLastOf(ada);
    expect(await stateOf(second)).toEqual(before);
    expect((await stateOf(first)).status).toBe("confirmed");
  });

  it("leave alone what others decided meanwhile, also when it is undone", async () => {
    const { first, second } = await createArticle();
    const third = await placeTestStatement(await createTestArticle({ body: BODY }), FIRST);
    const likes = await Promise.all(
      [second, third].map(async (id) => ({ id, seen: await seenOf(id) })),
    );
    await rejectStatement({ id: second, seen: await seenOf(second) }, tom);
    await confirm(first, { topics: ["sea"], offered: ["sea"], speaker: "Ada Brook" });
    expect(await decideLikes(first, likes, ada)).toBe(1);
    expect((await stateOf(second)).status).toBe("rejected");
    expect(await stateOf(third)).toMatchObject({
      ...{ status: "confirmed", speakerId: "ada-brook", topics: [{ topicId: "sea" }] },
    });
    await expect(decideLikes(first, likes, ada)).rejects.toMatchObject({ code: "conflict" });
    await rejectStatement({ id: third, seen: await seenOf(third) }, tom);
    await expect(undoLastOf(ada)).rejects.toMatchObject({ code: "conflict" });
  });

  it("of a rejected one are rejected; of an open one nothing follows", async () => {
    const { first } = await createArticle();
    const same = await placeTestStatement(await createTestArticle({ body: BODY }), FIRST);
    const likes = [{ id: same, seen: await seenOf(same) }];
    await expect(decideLikes(first, likes, ada)).rejects.toThrow(
      "Decide about the statement itself",
    );
    await rejectStatement({ id: first, seen: await seenOf(first) }, ada);
    await decideLikes(first, likes, ada);
    expect((await stateOf(same)).status).toBe("rejected");
  });
});
