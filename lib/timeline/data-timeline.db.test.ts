import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { layOut } from "./lay-out.ts";
import { getPictureData } from "./data-picture.ts";
import { listTimelineEntries } from "./data-list.ts";
import { parseTimelineQuery } from "./timeline-query.ts";
import { toTime } from "./time-units.ts";

const TODAY = "2026-04-10";
const suffix = randomUUID().slice(0, 8);
const topic = `timeline-${suffix}`;
const actor = `brook-${suffix}`;
const ask = (parameters: Record<string, string | string[]>) =>
  parseTimelineQuery({ topic, ...parameters }, TODAY);
const page = { page: 1, pageSize: 50, order: "oldest" as const };

const EVENTS = [
  { id: `grain-${suffix}`, date: "1920-02-03", kind: "meeting", entered: "2026-01-01" },
  { id: `ports-${suffix}`, date: "1920-03", kind: "call", entered: "2026-01-02" },
  { id: `tolls-${suffix}`, date: "1921-05-01/1921-05-04", kind: "meeting", entered: "2026-03-01" },
] as const;
const ENDS = ["1920-02-03", "1920-03-31", "1921-05-04"];

beforeAll(async () => {
  await seedDemoArchive();
  await database.topic.create({
    data: { id: topic, label: `Test ${topic}`, definition: "Of a test." },
  });
  await database.actor.create({
    data: { id: actor, kind: "person", name: `Ada Brook ${suffix}`, country: "United Kingdom" },
  });
  for (const [i, { id, date, kind, entered }] of EVENTS.entries())
    await database.event.create({
      data: {
        ...{ id, title: `Talks ${id}`, kind, date, facts: ["Grain was on the agenda."] },
        startsOn: toDateColumn(date.slice(0, 10).padEnd(10, "-01")),
        endsOn: toDateColumn(ENDS[i] as string),
        importance: i * 10,
        createdAt: new Date(`${entered}T12:00:00Z`),
        topics: { create: { topicId: topic } },
        ...(i < 2 && { participants: { create: { position: 0, actorId: actor } } }),
      },
    });
}, 60_000);

afterAll(async () => {
  await database.event.deleteMany({ where: { id: { in: EVENTS.map(({ id }) => id) } } });
  await database.actor.delete({ where: { id: actor } });
  await database.topic.delete({ where: { id: topic } });
});

const idsOf = async (parameters: Record<string, string | string[]>) =>
  (await listTimelineEntries(ask(parameters), page)).entries.map(({ id }) => id.split("-")[0]);

describe("listTimelineEntries", () => {
  it.each([
    [{}, ["grain", "ports", "tolls"]],
    [{ from: "1920-02", to: "1920-03-10" }, ["grain", "ports"]],
    [{ kind: "call" }, ["ports"]],
    [{ person: actor }, ["grain", "ports"]],
    [{ lane: "uk" }, ["grain", "ports"]],
    [{ lane: "ru" }, []],
    [{ q: "gra agenda" }, ["grain", "ports", "tolls"]],
    [{ q: "TOLLS agenda" }, ["tolls"]],
    [{ q: "rain" }, []],
    [{ known: "2026-01-01" }, ["grain"]],
    [{ known: "Jan 2026" }, ["grain", "ports"]],
    [{ known: "2025" }, []],
    [{ show: "articles" }, []],
    [{ outlet: "no-such-outlet" }, []],
    [{ from: "1920-02-03T06:00", to: "1920-02-03T07:00" }, ["grain"]],
  ])("narrows by %j", async (parameters, ids) => {
    expect(await idsOf(parameters as Record<string, string>)).toEqual(ids);
  });

  it("turns pages in both directions without losing or doubling any", async () => {
    for (const order of ["oldest", "newest"] as const) {
      const query = parseTimelineQuery({}, TODAY);
      const whole = await listTimelineEntries(query, { page: 1, pageSize: 100_000, order });
      const ids: string[] = [];
      for (let number = 1; ids.length < 150; number++) {
        const part = await listTimelineEntries(query, { page: number, pageSize: 37, order });
        expect(part.total).toBe(whole.total);
        ids.push(...part.entries.map(({ id }) => id));
      }
      expect(ids).toEqual(whole.entries.slice(0, ids.length).map(({ id }) => id));
    }
  });
});

describe("getPictureData", () => {
  it("has all of a window, softly where a date is not exact, and counts what is outside", async () => {
    const data = await getPictureData(ask({ from: "1920", to: "1920" }));
    expect(data?.window).toEqual({ from: toTime("1920-01-01"), to: toTime("1921-01-01") });
    expect(
      data?.entries.map(({ id, isSoft, weight }) => [id.split("-")[0], isSoft, weight]),
    ).toEqual([
      ["grain", false, 0],
      ["ports", true, 10],
      ["tolls", false, 20],
    ]);
    expect(data?.counts).toEqual({ before: 0, within: 2, after: 1 });
    expect(data?.lanes).toContain("other");
    expect(layOut({ ...data!, width: 900 }).total).toBe(2);
  });

  it("counts articles and statements by stretches of the calendar, of the demo archive too", async () => {
    const everything = parseTimelineQuery(
      { show: "articles,statements", from: "1990", to: "2030" },
      TODAY,
    );
    const data = await getPictureData(everything);
    const list = await listTimelineEntries({ ...everything }, page);
    const counted = data?.articles.reduce((sum, { total }) => sum + total, 0);
    expect(counted).toBe(list.total);
    expect(data?.entries).toEqual([]);
    for (const bin of data?.articles ?? [])
      expect(Math.max(...Object.values(bin.lanes))).toBeLessThanOrEqual(bin.total);
  });

  it("is null where there is nothing", async () => {
    expect(await getPictureData(ask({ q: "nothing-of-the-kind" }))).toBeNull();
  });
});
