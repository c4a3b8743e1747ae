import { beforeAll, describe, expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { getOnThisDay, listAnniversaries } from "./data-anniversaries.ts";
import { getDayNeighbours, listDayCounts } from "./data-calendar.ts";
import { listPicturedEvents, listTimeline } from "./data-timeline.ts";
import { getEvent, getEventCounts, listSourcePublishers } from "./data.ts";
import type { TimelineFilter } from "./types.ts";

const EVERYTHING: TimelineFilter = { lanes: [], topicId: null, from: null, to: null };
const oldest = { page: 1, pageSize: 50, order: "oldest" } as const;

async function createEvent(id: string, date: string, countries: string[], more = {}) {
  const range = parseEdtf(date);
  if (!range) throw new Error(`not a date: ${date}`);
  const [startsOn, endsOn] = [toDateColumn(range.start), toDateColumn(range.end)];
  await database.event.create({
    data: { id, title: id, kind: "meeting", date, startsOn, endsOn, facts: [], ...more },
  });
  await database.eventParticipant.createMany({
    data: countries.map((country, position) => ({
      eventId: id,
      position,
      actorId: country.toLowerCase().replaceAll(" ", "-"),
      role: "host",
    })),
  });
}

async function titlesOf(filter: Partial<TimelineFilter>, options = {}) {
  const { entries } = await listTimeline({ ...EVERYTHING, ...filter }, { ...oldest, ...options });
  return entries.map(({ title }) => title);
}

beforeAll(async () => {
  const countries = ["United Kingdom", "United States", "Ukraine", "Russia", "NATO"];
  await database.actor.createMany({
    data: countries.map((name) => ({
      id: name.toLowerCase().replaceAll(" ", "-"),
      kind: "country" as const,
      name,
      country: name,
    })),
  });
  await database.topic.create({ data: { id: "aid", label: "Aid", definition: "Aid." } });
  await createEvent("talks", "2025-02-14/2025-02-16", ["United Kingdom", "Ukraine"], {
    verification: "verified",
  });
  await createEvent("vague", "2025-12", ["United States"]);
  await createEvent("siege", "2017-12-22/2018-04-30", ["Russia"]);
  await createEvent("summit", "2024-02-27", [], { placeCountry: "Poland" });
  await database.eventTopic.create({ data: { eventId: "talks", topicId: "aid" } });
  await database.eventRelation.create({ data: { eventId: "summit", relatedId: "talks" } });
  await database.eventSource.createMany({
    data: [
      { eventId: "talks", position: 0, publisher: "Agency", title: "One", stateMedia: true },
      { eventId: "talks", position: 1, publisher: "Agency", title: "Two" },
      { eventId: "vague", position: 0, publisher: "Paper", title: "Three" },
    ],
  });
  const told = await createTestArticle({ headline: "told", publishedOn: "2025-02-17" });
  await database.eventArticle.create({ data: { eventId: "talks", articleId: told } });
  const named = await createTestArticle({ headline: "named", publishedOn: "2025-02-27" });
  const mentions = [
    { actorId: "russia", startsAt: 0, endsAt: 1 },
    { actorId: "nato", startsAt: 2, endsAt: 3, status: "rejected" as const },
  ];
  await database.mention.createMany({
    data: mentions.map((mention) => ({ articleId: named, ...mention })),
  });
  await createTestArticle({ headline: "draft", publishedOn: "2025-02-27", status: "draft" });
  await createTestArticle({ headline: "gone", publishedOn: "2025-02-27", deletedAt: new Date() });
});

describe("the timeline", () => {
  it("has events and published articles in one order of time, and nothing else", async () => {
    const inOrder = ["siege", "summit", "talks", "told", "named", "vague"];
    expect(await titlesOf({})).toEqual(inOrder);
    expect(await titlesOf({}, { order: "newest" })).toEqual(inOrder.toReversed());
  });

  it("is divided into pages that lose and repeat nothing, and counts them all", async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listTimeline(EVERYTHING, { ...oldest, page, pageSize: 2 })),
    );
    expect(pages.flatMap(({ entries }) => entries.map(({ title }) => title))).toEqual(
      await titlesOf({}),
    );
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6, 6]);
  });

  it("puts events where those who took part and the place are, articles where their events are", async () => {
    expect(await titlesOf({ lanes: ["uk"] })).toEqual(["talks", "told"]);
    expect(await titlesOf({ lanes: ["eu"] })).toEqual(["summit"]);
    expect(await titlesOf({ lanes: ["ru", "us"] })).toEqual(["siege", "named", "vague"]);
    const { entries } = await listTimeline(EVERYTHING, oldest);
    const lanes = Object.fromEntries(entries.map((entry) => [entry.title, entry.lanes]));
    expect(lanes).toEqual({
      siege: ["ru"],
      summit: ["eu"],
      talks: ["uk", "ua"],
      told: ["uk", "ua"],
      named: ["ru"],
      vague: ["us"],
    });
  });

  it("is narrowed by topic and by days, where whatever reaches into them counts", async () => {
    expect(await titlesOf({ topicId: "aid" })).toEqual(["talks"]);
    expect(await titlesOf({ from: "2025-02-16", to: "2025-02-17" })).toEqual(["talks", "told"]);
    expect(await titlesOf({ from: "2018-01-01", to: "2018-12-31" })).toEqual(["siege"]);
    expect(await titlesOf({ lanes: ["uk"], topicId: "aid", to: "2024-12-31" })).toEqual([]);
  });

  it("gives the picture its events with their lanes", async () => {
    expect(await listPicturedEvents({ ...EVERYTHING, lanes: ["uk"] })).toEqual([
      {
        startsOn: "2025-02-14",
        endsOn: "2025-02-16",
        lanes: ["uk", "ua"],
        verification: "verified",
      },
    ]);
  });
});

describe("the calendar", () => {
  it("counts an event on each of its days, and a vague or long one on none", async () => {
    expect(await listDayCounts({ from: "2025-02-15", to: "2025-12-31" })).toEqual([
      { day: "2025-02-15", count: 1 },
      { day: "2025-02-16", count: 1 },
      { day: "2025-02-17", count: 1 },
      { day: "2025-02-27", count: 1 },
    ]);
    expect(await listDayCounts({ from: "2018-01-01", to: "2018-12-31" })).toEqual([]);
  });

  it("finds the nearest days that have something", async () => {
    const beside = (from: string, to = from) => getDayNeighbours({ from, to });
    expect(await beside("2025-02-15")).toEqual({ previous: "2025-02-14", next: "2025-02-16" });
    expect(await beside("2025-02-20")).toEqual({ previous: "2025-02-17", next: "2025-02-27" });
    expect(await beside("2024-02-27")).toEqual({ previous: null, next: "2025-02-14" });
    expect(await beside("2025-02-27")).toEqual({ previous: "2025-02-17", next: null });
  });

  it("lets vague and long events count between months and years", async () => {
    expect(await getDayNeighbours({ from: "2025-03-01", to: "2025-03-31" })).toEqual({
      previous: "2025-02-27",
      next: "2025-12-01",
    });
    expect(await getDayNeighbours({ from: "2020-01-01", to: "2020-12-31" })).toEqual({
      previous: "2018-04-30",
      next: "2024-02-27",
    });
  });

  it("lists what fell on a day of the year, the nearest days first", async () => {
    const titles = async (days: string[], limit: number) =>
      (await listAnniversaries(days, limit)).map(({ title }) => title);
    expect(await titles(["02-27", "02-14", "02-17"], 9)).toEqual([
      "named",
      "summit",
      "talks",
      "told",
    ]);
    expect(await titles(["02-27"], 1)).toEqual(["named"]);
    expect(await titles(["12-01"], 9)).toEqual([]);
  });

  it("lists a day in every year, the newest year first, events on each day that they cover", async () => {
    const years = async (monthDay: string) =>
      (await getOnThisDay(monthDay, 1)).years.map(({ day, total, entries }) => [
        ...[day, total],
        ...entries.map(({ title }) => title),
      ]);
    expect(await years("02-27")).toEqual([
      ["2025-02-27", 1, "named"],
      ["2024-02-27", 1, "summit"],
    ]);
    expect(await years("02-15")).toEqual([["2025-02-15", 1, "talks"]]);
    // What is not dated to the day falls on none.
    expect(await years("01-15")).toEqual([]);
    expect(await years("02-29")).toEqual([]);
    expect(await getOnThisDay("02-27", 2)).toEqual({
      ...{ years: [], total: 2, yearCount: 2, pageCount: 1 },
    });
  });

  it("knows 29 February in leap years, and holds no more than a few of a year", async () => {
    for (let i = 0; i < 10; i++)
      await createTestArticle({ headline: `leap ${i}`, publishedOn: "2012-02-29" });
    const { years, total } = await getOnThisDay("02-29", 1);
    expect(years.map(({ day }) => day)).toEqual(["2012-02-29"]);
    expect(years[0]?.entries).toHaveLength(8);
    expect(total).toBe(10);
  });
});

describe("an event", () => {
  it("comes with all that belongs to it, from either side of a relation", async () => {
    const event = await getEvent("talks");
    expect(event).toMatchObject({
      path: "/events/talks",
      lanes: ["uk", "ua"],
      topics: [{ id: "aid", label: "Aid" }],
      articles: [{ title: "told", type: "article" }],
      related: [{ id: "summit", type: "event" }],
    });
    expect(event?.participants).toEqual([
      {
        actorId: "united-kingdom",
        name: "United Kingdom",
        kind: "country",
        country: "United Kingdom",
        role: "host",
        offices: [],
      },
      {
        actorId: "ukraine",
        name: "Ukraine",
        kind: "country",
        country: "Ukraine",
        role: "host",
        offices: [],
      },
    ]);
    expect(event?.sources.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect((await getEvent("summit"))?.related.map(({ id }) => id)).toEqual(["talks"]);
  });

  it("is null where there is none", async () => {
    expect(await getEvent("nothing")).toBeNull();
  });

  it("is counted, as are those still to be verified and what they rest on", async () => {
    expect(await getEventCounts()).toEqual({
      events: 4,
      toVerify: 3,
      firstDay: "2017-12-22",
      lastDay: "2025-12-31",
    });
    expect(await listSourcePublishers(5)).toEqual([
      { publisher: "Agency", events: 1, stateMedia: true },
      { publisher: "Paper", events: 1, stateMedia: false },
    ]);
  });
});
