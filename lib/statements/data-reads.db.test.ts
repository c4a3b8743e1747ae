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

const WHOLE = "“We will keep the line open for as long as it takes.”";
const ALTERED = "“We will keep the door open for as long as it takes.”";
const SHORTENED = "“keep the line open for as long as it takes”";
const REPEATED = "the line open for as long";
const OTHER = "“They left the hills without a word to anybody.”";
const SAYINGS = Array.from({ length: 4 }, (_, i) => `“Saying number ${i} of the five is this.”`);
const BODY = ["Ada Brook said:", WHOLE, ALTERED, SHORTENED, OTHER, ...SAYINGS].join(" ");
let open: string;
let second: string;
let third: string;
let withdrawn: string;

beforeAll(async () => {
  await database.actor.createMany({
    data: ["brook", "lund", "tarn"].map((id) => ({ id, name: `Ms ${id}`, kind: "person" })),
  });
  await database.topic.createMany({
    data: ["lines", "bridges"].map((id) => ({ id, label: id, definition: "d" })),
  });
  open = await createTestArticle({ body: BODY, releasedAt: new Date("2026-01-01") });
  second = await createTestArticle({
    body: BODY,
    publishedOn: "2025-03-02",
    releasedAt: new Date("2026-01-02"),
  });
  third = await createTestArticle({ body: BODY, publishedOn: "2025-03-03" });
  withdrawn = await createTestArticle({
    ...{ body: BODY, slug: "withdrawn-piece", status: "withdrawn", withdrawnAt: new Date() },
  });
});

describe("a statement's address", () => {
  it("leads to it and its carriers, each article once, compared with it", async () => {
    const byBrook = { speakerId: "brook", source: "Ada Brook" };
    const whole = await createTestStatement({ ...byBrook, articleId: open, words: WHOLE });
    const altered = await createTestStatement({ ...byBrook, articleId: second, words: ALTERED });
    await createTestStatement({ ...byBrook, articleId: second, words: REPEATED });
    await createTestStatement({ ...byBrook, articleId: open, words: SHORTENED });
    await createTestStatement({ ...byBrook, articleId: withdrawn, words: WHOLE });
    await createTestStatement({ articleId: second, words: WHOLE, speakerId: "lund" });
    await createTestStatement({ ...byBrook, articleId: third, words: OTHER });
    await createTestStatement({
      ...{ ...byBrook, articleId: third, words: SHORTENED, saidOn: "2025-06-01" },
    });
    const found = await getStatement(whole);
    expect(found).toMatchObject({
      state: "public",
      statement: { id: whole, words: WHOLE.slice(1, -1), carrierCount: 1, status: "suggested" },
    });
    expect(found?.state === "public" && found.statement.carriers).toMatchObject([
      { id: altered, relation: "altered", article: { publishedOn: "2025-03-02" } },
    ]);
    const same = await createTestStatement({
      ...{ ...byBrook, articleId: third, words: WHOLE, saidOn: "2025-06-01" },
    });
    const again = await getStatement(whole);
    expect(again?.state === "public" && again.statement.carriers).toMatchObject([
      { id: altered, relation: "altered" },
      { id: same, relation: "same", parts: [] },
    ]);
    await database.statement.deleteMany();
  });

  it("names the article of what was public once, and nothing of what never was", async () => {
    const gone = await createTestStatement({ articleId: withdrawn, words: WHOLE });
    const rejected = await createTestStatement({
      ...{ articleId: open, words: WHOLE, status: "rejected" },
    });
    const draft = await createTestArticle({ body: BODY, status: "draft", releasedAt: null });
    const hidden = await createTestStatement({ articleId: draft, words: WHOLE });
    expect(await getStatement(gone)).toEqual({
      state: "gone",
      articlePath: "/2025/02/27/withdrawn-piece",
    });
    expect((await getStatement(rejected))?.state).toBe("gone");
    expect(await getStatement(hidden)).toBeNull();
    expect(await getStatement(randomUUID())).toBeNull();
    expect(await getStatement("no id")).toBeNull();
  });
});

describe("a person's statements", () => {
  it("stand by topic, the latest first, and who is quoted beside them", async () => {
    const lines = { topicId: "lines", status: "suggested", confidence: 0.9 } as const;
    const bridges = { topicId: "bridges", status: "rejected", confidence: 0.9 } as const;
    const said = { speakerId: "brook", topics: [lines], articleId: open };
    const [first = "", ...later] = SAYINGS;
    await createTestStatement({ ...said, words: first, saidOn: "2025-02-01" });
    await createTestStatement({ ...said, words: first, articleId: second });
    const newer: string[] = [];
    for (const [i, words] of later.entries()) {
      newer.push(await createTestStatement({ ...said, words, saidOn: `2025-02-0${i + 2}` }));
    }
    await createTestStatement({ ...said, words: OTHER, topics: [bridges] });
    await createTestStatement({ ...said, words: WHOLE, articleId: withdrawn });
    for (const [articleId, speakerId] of [
      [open, "lund"],
      [second, "lund"],
      [second, "tarn"],
    ] as const) {
      await createTestStatement({ articleId, speakerId, words: ALTERED });
    }

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
