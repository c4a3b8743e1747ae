import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { listTimelineEntries } from "./data-list.ts";
import { getPictureData } from "./data-picture.ts";
import { layOut } from "./lay-out.ts";
import { toTime } from "./time-units.ts";
import { parseTimelineQuery } from "./timeline-query.ts";
import { pictureInWords } from "./window-words.ts";

const suffix = randomUUID().slice(0, 8);
const topic = `boats-${suffix}`;
const [ada, grace] = [`ada-${suffix}`, `grace-${suffix}`];
const event = `ferry-${suffix}`;
const page = { page: 1, pageSize: 50, order: "oldest" as const };
let outlet = "";

type Made = { id: string; due?: [string, string, string]; state?: "kept"; entered: string };
const MADE: Made[] = [
  { id: `oars-${suffix}`, due: ["1920-05", "1920-05-01", "1920-05-31"], entered: "2026-01-01" },
  { id: `nets-${suffix}`, entered: "2026-02-01", state: "kept" },
  { id: `sails-${suffix}`, due: ["2999", "2999-01-01", "2999-12-31"], entered: "2026-03-01" },
];

async function makeCommitment({ id, due, state, entered }: Made, i: number): Promise<void> {
  const day = toDateColumn(`192${i}-03-0${i + 1}`);
  await database.commitment.create({
    data: {
      ...{ id, title: `New ${id}`, detail: "For the ferry.", madeOn: `192${i}-03-0${i + 1}` },
      ...{ madeStartsOn: day, state, createdAt: new Date(`${entered}T12:00:00Z`) },
      ...(due && { due: due[0], dueStartsOn: toDateColumn(due[1]) }),
      ...(due && { dueEndsOn: toDateColumn(due[2]) }),
      ...(i === 0 && { eventId: event }),
      topics: { create: { topicId: topic } },
      actors: {
        create: [
          { side: "by", position: 0, actorId: i === 2 ? grace : ada },
          ...(i === 0 ? [{ side: "to" as const, position: 0, actorId: grace }] : []),
        ],
      },
      ...(state && {
        changes: {
          create: { position: 1, state, day: toDateColumn("1922-01-05"), note: "They came." },
        },
      }),
    },
  });
}

beforeAll(async () => {
  await database.topic.create({ data: { id: topic, label: topic, definition: "Of a test." } });
  await database.actor.createMany({
    data: [
      { id: ada, kind: "person", name: `Ada ${suffix}`, country: "United Kingdom" },
      { id: grace, kind: "person", name: `Grace ${suffix}`, country: "United States" },
    ],
  });
  const day = toDateColumn("1920-03-01");
  await database.event.create({
    data: {
      ...{ id: event, title: "Talks", kind: "meeting", date: "1920-03-01", importance: 70 },
      ...{ startsOn: day, endsOn: day },
    },
  });
  for (const [i, made] of MADE.entries()) await makeCommitment(made, i);
  const articleId = await createTestArticle({ headline: `Nets ${suffix}` });
  const row = await database.outlet.create({
    data: { slug: `courier-${suffix}`, name: `Courier ${suffix}` },
  });
  outlet = row.slug;
  await database.article.update({ where: { id: articleId }, data: { outletId: row.id } });
  await database.commitmentEvidence.create({
    data: { commitmentId: MADE[1]?.id ?? "", change: 0, position: 0, articleId },
  });
}, 60_000);

afterAll(async () => {
  await database.commitment.deleteMany({ where: { id: { in: MADE.map(({ id }) => id) } } });
  await database.event.delete({ where: { id: event } });
  await database.actor.deleteMany({ where: { id: { in: [ada, grace] } } });
  await database.topic.delete({ where: { id: topic } });
});

const ask = (parameters: Record<string, string | string[]> = {}) =>
  parseTimelineQuery({ topic, show: "commitments", ...parameters }, "2026-04-10");
const listFor = async (parameters: Record<string, string | string[]>) =>
  (await listTimelineEntries(ask(parameters), page)).entries;

describe("commitments on the timeline", () => {
  it.each([
    [{}, ["oars", "nets", "sails"]],
    [{ lane: "uk" }, ["oars", "nets"]],
    [{ person: grace }, ["oars", "sails"]],
    [{ person: ada }, ["oars", "nets"]],
    [{ q: "sail ferry" }, ["sails"]],
    [{ known: "2026-01-31" }, ["oars"]],
    [{ kind: "meeting" }, ["oars", "nets", "sails"]],
    [{ from: "1921-06", to: "1921-07" }, ["nets"]],
    [{ from: "1920-04", to: "1920-04" }, ["oars"]],
    [{ from: "2500" }, ["sails"]],
    [{ show: ["events", "articles"] }, []],
  ])("are narrowed by %j", async (parameters, expected) => {
    const entries = await listFor(parameters);
    expect(entries.map(({ id }) => id.split("-")[0])).toEqual(expected);
  });

  it("are narrowed by the outlets of their evidence", async () => {
    expect((await listFor({ outlet })).map(({ id }) => id)).toEqual([MADE[1]?.id]);
    expect(await listFor({ outlet: "no-such" })).toEqual([]);
  });

  it("stand in the list with their state and the day that ends them", async () => {
    const [oars, nets] = await listFor({});
    expect(oars).toMatchObject({
      ...{ type: "commitment", state: "overdue", due: "1920-05", endsOn: "1920-05-31" },
      lanes: ["uk"],
    });
    expect(nets).toMatchObject({ state: "kept", due: null, endsOn: "1922-01-05" });
  });

  it("are drawn in a lane of their own, joined to the sides of who promised", async () => {
    const data = await getPictureData(ask());
    expect(data?.lanes.at(-1)).toBe("commitments");
    expect(data?.hasEvents).toBe(false);
    const [oars] = data?.entries ?? [];
    expect(oars).toMatchObject({
      ...{ from: toTime("1920-03-01"), to: toTime("1920-06-01"), weight: 70 },
      ...{ lanes: ["commitments"], dateLabel: "promised 1 March 1920, due May 1920" },
      promise: { sides: ["uk"], isOpen: true },
    });
    expect(oars?.title).toMatch(/^Overdue: New oars/);
    // What is due in centuries does not press all else into a corner.
    expect(data?.extent.to).toBe(toTime("1922-04-01"));
    expect(data?.counts.within).toBe(3);
    expect(data && pictureInWords(data.window, layOut({ ...data, width: 1_200 }))).toBe(
      "January 1920 to March 1922: 3 commitments, all named",
    );
  });
});
