import { beforeAll, describe, expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { getEvent } from "#lib/events/data.ts";
import { getEvidence } from "#lib/events/data-evidence.ts";
import { listEvents, type EventFilter } from "#lib/events/data-list.ts";
import { getEventsByPlace } from "#lib/events/data-map.ts";
import { getMeetings } from "#lib/events/data-meetings.ts";
import { mapQuerySchema, meetingsQuerySchema } from "#lib/events/schema-map.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";

const DAY = "2025-02-27";
const SENTENCE = "On Thursday Marsh and Bell signed the harbour treaty in Northport.";
const BODY = `It rained.\n\n${SENTENCE}\n\nBell denied that the harbour treaty of Northport costs jobs.`;
const EVERY: EventFilter = {
  ...{ lanes: [], topicId: null, from: null, to: null },
  ...{ kinds: [], actorId: null, place: null, minWeight: 0 },
};

beforeAll(async () => {
  await database.actor.createMany({
    data: [
      { id: "marsh", name: "Eve Marsh", kind: "person", country: "United Kingdom" },
      { id: "bell", name: "Tom Bell", kind: "person", country: "Ukraine" },
      { id: "finch", name: "Ann Finch", kind: "person" },
    ],
  });
  await database.office.create({
    data: {
      actorId: "marsh",
      title: "Prime Minister of Ruritania",
      heldFrom: toDateColumn("2024-01-01"),
    },
  });
  await addEvent("treaty", DAY, { placeName: "Northport", latitude: 10, longitude: 10 }, [
    "marsh",
    "bell",
  ]);
  await addEvent("dinner", "2024-05-01", { placeName: "Southport", latitude: 11, longitude: 10 }, [
    "bell",
    "marsh",
  ]);
  await addEvent("call", "2024-06-01", { kind: "call" }, ["marsh", "finch"]);
});

type Values = { placeName?: string; latitude?: number; longitude?: number; kind?: "call" };

async function addEvent(id: string, day: string, values: Values, people: string[]) {
  const dated = { date: day, startsOn: toDateColumn(day), endsOn: toDateColumn(day) };
  await database.event.create({
    data: {
      ...{ id, title: `The harbour ${id}`, kind: "meeting", ...dated },
      facts: ["Marsh and Bell signed the harbour treaty in Northport."],
      ...values,
      participants: { create: people.map((actorId, position) => ({ actorId, position })) },
    },
  });
}

const evidenceOf = async (id: string) => {
  const event = await getEvent(id);
  if (!event) throw new Error("It is gone.");
  return getEvidence(event);
};
const textsOf = async (id: string) =>
  (await evidenceOf(id)).articles.flatMap(({ sentences }) => sentences.map(({ text }) => text));

describe("evidence", () => {
  it("is found at its place in a published article, with who says so", async () => {
    const articleId = await createTestArticle({
      body: BODY,
      publishedOn: "2025-02-28",
      slug: "treaty-signed",
    });
    const start = BODY.indexOf("denied");
    await placeTestStatement(articleId, "that the harbour treaty of Northport costs jobs", {
      speakerId: "bell",
      parts: { cue: { start, end: start + "denied".length } },
    });
    await database.eventArticle.create({ data: { eventId: "treaty", articleId } });
    const { articles, independentCount, statementsAbout, linkedCount } = await evidenceOf("treaty");
    expect(linkedCount).toBe(1);
    expect(independentCount).toBe(1);
    const [first, second] = articles[0]?.sentences ?? [];
    expect(first).toMatchObject({ text: SENTENCE, facts: [0], sayings: [] });
    expect(first?.href).toMatch(/^\/2025\/02\/28\/treaty-signed#p2:~:text=On%20Thursday/);
    expect(second?.sayings).toMatchObject([{ name: "Tom Bell", stance: "denied" }]);
    expect(statementsAbout.map(({ stance }) => stance)).toEqual(["denied"]);

    const withdrawn = { status: "withdrawn", withdrawnAt: new Date() } as const;
    await database.article.update({ where: { id: articleId }, data: withdrawn });
    expect(await evidenceOf("treaty")).toMatchObject({
      ...{
        articles: [],
        linkedCount: 0,
        independentCount: 0,
        statementsAbout: [],
        statementsThen: [],
      },
    });
  });

  it("never shows more of an article than its rights do", async () => {
    const long = `${"The harbour was built of stone. ".repeat(20)}\n\n${SENTENCE}`;
    for (const rights of ["metadata_only", "extract"] as const) {
      const articleId = await createTestArticle({ body: long, publishedOn: "2025-02-28", rights });
      await database.eventArticle.create({ data: { eventId: "dinner", articleId } });
    }
    expect(await textsOf("dinner")).toEqual([]);
    expect((await evidenceOf("dinner")).linkedCount).toBe(2);
    const draft = await createTestArticle({
      body: BODY,
      publishedOn: DAY,
      status: "draft",
      releasedAt: null,
    });
    await database.eventArticle.create({ data: { eventId: "dinner", articleId: draft } });
    expect(await textsOf("dinner")).toEqual([]);
  });

  it("names the offices that were held on the day", async () => {
    expect((await getEvent("treaty"))?.participants).toMatchObject([
      { actorId: "marsh", offices: ["Prime Minister of Ruritania"] },
      { actorId: "bell", offices: [] },
    ]);
  });
});

describe("lists of events", () => {
  const idsOf = async (filter: Partial<EventFilter>, order: "oldest" | "weight" = "oldest") => {
    const { items, total } = await listEvents(
      { ...EVERY, ...filter },
      { page: 1, pageSize: 10, order },
    );
    expect(total).toBe(items.length);
    return items.map(({ id }) => id);
  };

  it("narrows by kind, participant, place, lane and weight, and goes by weight", async () => {
    expect(await idsOf({})).toEqual(["dinner", "call", "treaty"]);
    expect(await idsOf({ kinds: ["call"] })).toEqual(["call"]);
    expect(await idsOf({ actorId: "finch" })).toEqual(["call"]);
    expect(await idsOf({ place: "northport" })).toEqual(["treaty"]);
    expect(await idsOf({ lanes: ["ua"] })).toEqual(["dinner", "treaty"]);
    await database.event.update({ where: { id: "call" }, data: { importance: 30, lift: 2 } });
    expect(await idsOf({ minWeight: 70 })).toEqual(["call"]);
    expect((await idsOf({}, "weight"))[0]).toBe("call");
  });

  it("gathers them by place, and around one", async () => {
    const view = await getEventsByPlace(mapQuerySchema.parse({}));
    expect(view).toMatchObject({ total: 3, unplacedCount: 1, chosen: null });
    expect(view.places.map(({ name, count }) => [name, count])).toEqual([
      ["Northport", 1],
      ["Southport", 1],
    ]);
    const around = async (within: string) =>
      (await getEventsByPlace(mapQuerySchema.parse({ place: "Northport", within }))).chosen;
    expect((await around("0"))?.entries.map(({ id }) => id)).toEqual(["treaty"]);
    expect((await around("200"))?.entries.map(({ id }) => id)).toEqual(["treaty", "dinner"]);
    expect(
      (await getEventsByPlace(mapQuerySchema.parse({ from: "2025", only: "meetings" }))).total,
    ).toBe(1);
  });

  it("says who met whom, whoever is named first", async () => {
    const all = await getMeetings(meetingsQuerySchema.parse({}));
    expect(all.pairs.map(({ one, other, count }) => [one.id, other.id, count])).toEqual([
      ["bell", "marsh", 2],
      ["finch", "marsh", 1],
    ]);
    expect(all.pairs[0]?.days).toEqual(["2024-05-01", DAY]);
    const both = await getMeetings(meetingsQuerySchema.parse({ who: "marsh,bell" }));
    expect(both.together).toMatchObject({
      total: 2,
      entries: [{ id: "treaty" }, { id: "dinner" }],
    });
    expect((await getMeetings(meetingsQuerySchema.parse({ who: "finch" }))).pairs).toHaveLength(1);
    expect(
      (await getMeetings(meetingsQuerySchema.parse({ who: "marsh,bell", from: "2025" }))).together
        ?.total,
    ).toBe(1);
  });
});
