import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { listNewStatements } from "#lib/statements/data-feed.ts";
import {
  countStatementsBy,
  listQuotedBeside,
  listStatementsByTopic,
} from "#lib/statements/data-person.ts";
import { getStatement } from "#lib/statements/data-statement.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const WORDS = "We will keep the line open.";
let open: string;
let second: string;
let withdrawn: string;

beforeAll(async () => {
  await database.actor.createMany({
    data: ["brook", "lund", "tarn"].map((id) => ({ id, name: `Ms ${id}`, kind: "person" })),
  });
  await database.topic.createMany({
    data: ["lines", "bridges"].map((id) => ({ id, label: id, definition: "d" })),
  });
  open = await createTestArticle({ releasedAt: new Date("2026-01-01") });
  second = await createTestArticle({
    publishedOn: "2025-03-02",
    releasedAt: new Date("2026-01-02"),
  });
  withdrawn = await createTestArticle({
    ...{ status: "withdrawn", withdrawnAt: new Date(), slug: "withdrawn-piece" },
  });
});

describe("a statement's address", () => {
  it("leads to it and its carriers, each article once, compared with it", async () => {
    const groupId = randomUUID();
    const whole = await createTestStatement(open, { groupId, words: WORDS });
    const altered = await createTestStatement(second, {
      ...{ groupId, words: "We will keep the door open." },
    });
    await createTestStatement(second, {
      groupId,
      words: "Keep the line open.",
      startsAt: 30,
      endsAt: 49,
    });
    await createTestStatement(open, { groupId, words: "The line open.", startsAt: 60, endsAt: 74 });
    await createTestStatement(withdrawn, { groupId, words: WORDS });
    const found = await getStatement(whole);
    expect(found).toMatchObject({
      state: "public",
      statement: { id: whole, words: WORDS, carrierCount: 1, status: "suggested" },
    });
    expect(found?.state === "public" && found.statement.carriers).toMatchObject([
      { id: altered, relation: "altered", article: { publishedOn: "2025-03-02" } },
    ]);
    await database.statement.deleteMany({ where: { groupId } });
  });

  it("names the article of what was public once, and nothing of what never was", async () => {
    const gone = await createTestStatement(withdrawn);
    const rejected = await createTestStatement(open, { status: "rejected" });
    const draft = await createTestArticle({ status: "draft", releasedAt: null });
    const hidden = await createTestStatement(draft);
    expect(await getStatement(gone)).toEqual({
      state: "gone",
      articlePath: "/2025/02/27/withdrawn-piece",
    });
    expect((await getStatement(rejected))?.state).toBe("gone");
    expect(await getStatement(hidden)).toBeNull();
    expect(await getStatement(randomUUID())).toBeNull();
  });
});

describe("a person's statements", () => {
  it("stand by topic, the latest first, and who is quoted beside them", async () => {
    const groupId = randomUUID();
    const topics = [{ topicId: "lines" }];
    const said = { speakerId: "brook", topics };
    await createTestStatement(open, { ...said, day: "2025-02-01", groupId });
    await createTestStatement(second, { ...said, day: "2025-03-02", groupId });
    const days = ["2025-02-02", "2025-02-03", "2025-02-04"];
    const newer = await Promise.all(days.map((day) => createTestStatement(open, { ...said, day })));
    await createTestStatement(open, {
      ...{ speakerId: "brook", topics: [{ topicId: "bridges", status: "rejected" }] },
    });
    await createTestStatement(open, { speakerId: "lund" });
    await createTestStatement(second, { speakerId: "lund" });
    await createTestStatement(second, { speakerId: "tarn" });
    await createTestStatement(withdrawn, { ...said });

    const byTopic = await listStatementsByTopic("brook");
    expect(byTopic).toMatchObject([{ topic: { id: "lines" }, count: 4 }]);
    expect(byTopic[0]?.latest.map(({ id }) => id)).toEqual(newer.toReversed());
    expect(await countStatementsBy("brook")).toBe(5);
    expect(
      (await listQuotedBeside("brook")).map(({ id, articleCount }) => [id, articleCount]),
    ).toEqual([
      ["lund", 2],
      ["tarn", 1],
    ]);
    expect(await listQuotedBeside("nobody")).toEqual([]);
  });
});

describe("what is new in the archive", () => {
  it("begins with the article published here last, whatever day it is of", async () => {
    const lines = await listNewStatements({ topicId: "lines" }, 10);
    expect(lines.map(({ day }) => day)).toEqual([
      "2025-02-04",
      "2025-02-03",
      "2025-02-02",
      "2025-02-01",
    ]);
    expect(await listNewStatements({ speakerId: "tarn" }, 10)).toHaveLength(1);
    expect((await listNewStatements({}, 1))[0]?.article.publishedOn).toBe("2025-03-02");
  });
});
