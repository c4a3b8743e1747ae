import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getPositions, listPositionDays } from "#lib/statements/data-positions.ts";
import { parsePositionsQuery } from "#lib/statements/positions-query.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";

type Said = Parameters<typeof createTestSaying>[0];

const say = (said: Said) => createTestSaying({ speakerId: "brook", topic: "grain", ...said });

const positions = (parameters: Parameters<typeof parsePositionsQuery>[0]) =>
  getPositions(parsePositionsQuery(parameters, "2026-04-10").query);

/** The words of each row's cells, a row to a line. */
async function wordsOf(parameters: Parameters<typeof parsePositionsQuery>[0]) {
  const { rows } = await positions(parameters);
  return rows.map(({ topic, cells }) => [topic.id, ...cells.map((c) => c?.statement.words ?? "–")]);
}

beforeAll(async () => {
  await database.topic.createMany({
    data: ["grain", "ports", "roads"].map((id) => ({ id, label: id, definition: id })),
  });
  await database.topic.create({
    data: { id: "wheat", label: "Wheat", definition: "Wheat", mergedIntoId: "grain" },
  });
  await database.actor.createMany({
    data: ["brook", "reed", "vale"].map((id) => ({ id, kind: "person", name: id })),
  });
  await say({ words: "Early.", day: "2025-01-01", status: "confirmed" });
  await say({ words: "Later.", day: "2025-02-01", status: "confirmed", topicStatus: "suggested" });
  await say({ words: "Latest.", day: "2025-03-01" });
  await say({ words: "Not of grain.", day: "2025-03-02", topicStatus: "rejected" });
  await say({ words: "Never said.", day: "2025-03-03", status: "rejected" });
  await say({ words: "Of ports.", day: "2025-02-10", speakerId: "reed", topic: "ports" });
});

describe("getPositions", () => {
  it.each([
    ["2024-12-31", "–"],
    ["2025-01-01", "Early."],
    ["2025-01-31", "Early."],
    ["2025-02-01", "Later."],
    ["2025-12-31", "Latest."],
  ])("shows the latest on or before %s", async (on, words) => {
    expect(await wordsOf({ on, actor: "brook", topic: "grain" })).toEqual([["grain", words]]);
  });

  it("shows confirmed ones alone where it is asked to: the statement and its topic", async () => {
    expect(await wordsOf({ actor: "brook", topic: "grain", confirmed: "1" })).toEqual([
      ["grain", "Early."],
    ]);
    const { rows } = await positions({ on: "2025-02-01", actor: "brook", topic: "grain" });
    expect(rows[0]?.cells[0]).toMatchObject({
      certainty: "suggested",
      statement: { status: "confirmed" },
    });
  });

  it("begins with those with the most statements, and says what one may choose", async () => {
    const { columns, rows, choices, problems } = await positions({});
    expect(columns.map(({ actor }) => actor.id)).toEqual(["brook", "reed"]);
    expect(rows.map(({ topic }) => topic.id)).toEqual(["grain", "ports"]);
    expect(choices.actors).toEqual([
      { id: "brook", label: "brook", count: 3 },
      { id: "reed", label: "reed", count: 1 },
    ]);
    expect(problems).toEqual([]);
  });

  it("leaves a cell empty rather than guess", async () => {
    expect(await wordsOf({ actor: ["vale", "reed"], topic: ["roads", "ports"] })).toEqual([
      ["roads", "–", "–"],
      ["ports", "–", "Of ports."],
    ]);
  });

  it("sets two days or two people side by side", async () => {
    expect(
      await wordsOf({ actor: "brook", topic: "grain", on: "2025-12-31", compare: "2025-01-15" }),
    ).toEqual([["grain", "Early.", "Latest."]]);
    const { columns, rows, problems } = await positions({
      ...{ actor: ["brook", "vale"], compare: "reed" },
    });
    expect(columns.map(({ actor }) => actor.id)).toEqual(["brook", "reed"]);
    expect(rows.map(({ topic }) => topic.id)).toEqual(["grain", "ports"]);
    expect(problems).toEqual([expect.stringContaining("Two are compared")]);
  });

  it("finds what was merged under its new name, and says what there is not", async () => {
    const { rows, problems } = await positions({ topic: ["wheat", "tides"], compare: "nobody" });
    expect(rows.map(({ topic }) => topic.id)).toEqual(["grain"]);
    expect(problems).toEqual([
      "No topic here is called “tides”, so it was left out.",
      "Neither a date nor anybody here is called “nobody”, so it was left out.",
    ]);
  });

  it("knows people and topics by their names, where only one has the name", async () => {
    await database.actorAlias.createMany({
      data: [
        { actorId: "reed", alias: "Tom Reed" },
        ...["brook", "vale"].map((actorId) => ({ actorId, alias: "The Envoy" })),
      ],
    });
    const { columns, rows, problems } = await positions({
      ...{ actor: ["tom reed", "the envoy"], topic: "PORTS" },
    });
    expect(columns.map(({ actor }) => actor.id)).toEqual(["reed"]);
    expect(rows.map(({ topic }) => topic.id)).toEqual(["ports"]);
    expect(problems).toEqual(["Nobody here is called “the envoy”, so it was left out."]);
  });

  it("takes of one day what is confirmed, else what was archived last, and counts the others", async () => {
    const cell = async () => (await positions({ actor: "vale", topic: "roads" })).rows[0]?.cells[0];
    const said = { day: "2025-05-05", speakerId: "vale", topic: "roads" };
    await say({ ...said, words: "First." });
    await say({ ...said, words: "Second." });
    expect(await cell()).toMatchObject({ statement: { words: "Second." }, sameDayCount: 2 });
    const first = await database.statement.findFirstOrThrow({ where: { words: "First." } });
    await database.statement.update({
      where: { id: first.id },
      data: { status: "confirmed", decidedAt: new Date() },
    });
    await database.statementTopic.updateMany({
      where: { statementId: first.id },
      data: { status: "confirmed" },
    });
    expect(await cell()).toMatchObject({ statement: { words: "First." }, certainty: "confirmed" });
  });
});

describe("the days of the slider", () => {
  const days = (parameters: Parameters<typeof parsePositionsQuery>[0]) =>
    listPositionDays(parsePositionsQuery(parameters, "2026-04-10").query);

  it("are those on which the people of the table spoke on its topics", async () => {
    expect(await days({ actor: ["brook", "reed"], topic: "grain", on: "2025-01-15" })).toEqual([
      ...["2025-01-01", "2025-02-01", "2025-03-01"],
    ]);
    expect(await days({ actor: "brook", topic: "grain", confirmed: "1" })).toEqual(["2025-01-01"]);
  });
});

describe("what is public", () => {
  const words = () => wordsOf({ actor: "reed", topic: "roads" });

  it("follows the article, the speaker and the day of a statement", async () => {
    const said = { words: "Of roads.", day: "2025-03-01", speakerId: "reed", topic: "roads" };
    const { id, articleId: article } = await say(said);
    expect(await words()).toEqual([["roads", "Of roads."]]);
    const change = async (data: object) => {
      await database.article.update({ where: { id: article }, data });
      return await words();
    };
    const none = [["roads", "–"]];
    expect(await change({ rights: "extract" })).toEqual(none);
    expect(await change({ rights: "full_text", deletedAt: new Date() })).toEqual(none);
    expect(await change({ deletedAt: null })).toEqual([["roads", "Of roads."]]);
    await database.statement.update({ where: { id }, data: { speakerId: "vale" } });
    expect(await words()).toEqual(none);
    await database.statement.update({ where: { id }, data: { speakerId: "reed", day: null } });
    expect(await words()).toEqual(none);
  });
});
