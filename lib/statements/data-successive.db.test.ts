import { beforeAll, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { addDays } from "#lib/dates/calendar-day.ts";
import { getSuccessive } from "#lib/statements/data-successive.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";

const FIRST = "We will stay in the valley for as long as it takes.";
const SECOND = FIRST.replace("valley", "hills");

const say = (words: string, day: string, more: object = {}) =>
  createTestSaying({ words, day, speakerId: "brook", topic: "grain", ...more });
const successive = (page = 1, confirmedOnly = false, topicId = "grain") =>
  getSuccessive({ topicId, actorId: "brook", confirmedOnly }, page);

beforeAll(async () => {
  await database.topic.createMany({
    data: ["grain", "ports"].map((id) => ({ id, label: id, definition: id })),
  });
  await database.actor.create({ data: { id: "brook", kind: "person", name: "Ada Brook" } });
});

it("lists them oldest to newest, each against the one before", async () => {
  await say(SECOND, "2025-02-01");
  await say(FIRST, "2024-12-01", { status: "confirmed" });
  await say(SECOND, "2025-02-01");
  await say("Never said.", "2025-01-15", { status: "rejected", article: { rights: "extract" } });
  await say("Not of grain.", "2025-01-16", { topic: "ports" });
  const { items, total, pageCount } = await successive();
  expect({ total, pageCount }).toEqual({ total: 2, pageCount: 1 });
  expect(items).toMatchObject([
    { statement: { words: FIRST }, certainty: "confirmed", change: null },
    {
      statement: { words: SECOND, carrierCount: 1 },
      ...{ certainty: "suggested", change: { relation: "altered" } },
    },
  ]);
  expect((await successive(1, true)).items).toHaveLength(1);
});

it("turns pages, the first of each against the last of the page before", async () => {
  for (let i = 0; i < 25; i++) {
    await say(`Ship ${i} is to leave the port in the morning.`, addDays("2025-03-01", i), {
      topic: "ports",
    });
  }
  const [first, second] = [
    await successive(1, false, "ports"),
    await successive(2, false, "ports"),
  ];
  expect([first.items.length, second.items.length, second.total]).toEqual([20, 6, 26]);
  expect(second.items[0]?.change?.parts).toContainEqual({ text: "18", side: "here" });
  expect((await successive(9, false, "ports")).items).toEqual([]);
});
