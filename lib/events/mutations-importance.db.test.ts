import { beforeAll, expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { getImportance } from "#lib/events/data-importance.ts";
import {
  isWeighingDue,
  markAllEvents,
  weighMarkedEvents,
} from "#lib/events/mutations-importance.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const DAY = toDateColumn("2025-02-27");

async function addEvent(id: string, kind: "summit" | "call" = "call") {
  const dated = { date: "2025-02-27", startsOn: DAY, endsOn: DAY };
  await database.event.create({ data: { id, title: id, kind, ...dated } });
}

const importanceOf = async (id: string) => {
  const row = await database.event.findUniqueOrThrow({ where: { id } });
  return row.importance;
};
const pointsFor = async (id: string, about: string) =>
  (await getImportance(id))?.reasons.find((reason) => reason.about === about)?.points;

beforeAll(async () => {
  await database.outlet.createMany({
    data: ["north", "south"].map((slug) => ({ slug, name: slug })),
  });
});

const outletId = async (slug: string) =>
  (await database.outlet.findUniqueOrThrow({ where: { slug } })).id;

it("weighs an event again whenever something that it rests on changes", async () => {
  await addEvent("talks");
  expect(await isWeighingDue()).toBe(true);
  expect(await weighMarkedEvents()).toBe(1);
  expect(await isWeighingDue()).toBe(false);
  expect(await importanceOf("talks")).toBe(8);

  const first = await createTestArticle({ outletId: await outletId("north") });
  const second = await createTestArticle({ outletId: await outletId("south") });
  const link = (articleId: string) => ({ eventId: "talks", articleId });
  await database.eventArticle.createMany({ data: [link(first), link(second)] });
  await weighMarkedEvents();
  expect(await pointsFor("talks", "coverage")).toBe(16);
  expect(await importanceOf("talks")).toBe(24);

  const [firstId, secondId] = [first, second].sort() as [string, string];
  const pair = { firstId, secondId, kind: "same_text", score: 1 } as const;
  const { id } = await database.articlePair.create({ data: pair });
  await weighMarkedEvents();
  expect(await importanceOf("talks")).toBe(18);
  await database.articlePair.update({
    where: { id },
    data: { status: "rejected", decidedAt: new Date() },
  });
  await weighMarkedEvents();
  expect(await importanceOf("talks")).toBe(24);

  const withdrawn = { status: "withdrawn", withdrawnAt: new Date() } as const;
  await database.article.update({ where: { id: first }, data: withdrawn });
  await weighMarkedEvents();
  expect(await importanceOf("talks")).toBe(18);
});

it("goes by the office held on the day of the event", async () => {
  await addEvent("meeting");
  await database.actor.create({
    data: {
      ...{ id: "marsh", kind: "person", name: "Eve Marsh" },
      offices: {
        create: [
          { title: "Prime Minister of Ruritania", heldFrom: toDateColumn("2025-03-01") },
          {
            title: "Ruritanian Foreign Minister",
            heldFrom: toDateColumn("2024-01-01"),
            heldTo: toDateColumn("2025-02-28"),
          },
        ],
      },
    },
  });
  await database.eventParticipant.create({
    data: { eventId: "meeting", actorId: "marsh", position: 0 },
  });
  expect(await pointsFor("meeting", "offices")).toBe(3);
  await weighMarkedEvents();
  await database.office.updateMany({
    where: { title: { startsWith: "Prime" } },
    data: { heldFrom: toDateColumn("2025-02-01") },
  });
  expect(await isWeighingDue()).toBe(true);
  await weighMarkedEvents();
  expect(await pointsFor("meeting", "offices")).toBe(8);
});

it("counts links once, from whichever side they were made", async () => {
  await addEvent("before");
  await addEvent("after", "summit");
  await database.eventRelation.createMany({
    data: [
      { eventId: "before", relatedId: "after" },
      { eventId: "after", relatedId: "before" },
    ],
  });
  expect(await pointsFor("before", "links")).toBe(4);
  expect(await pointsFor("after", "links")).toBe(4);
});

it("weighs ten thousand events in seconds", async () => {
  await database.$executeRaw`
    INSERT INTO events (id, title, kind, date, starts_on, ends_on, updated_at)
    SELECT 'many-' || n, 'Event ' || n, 'meeting', '2024-01-01', '2024-01-01', '2024-01-01', now()
    FROM generate_series(1, 10000) n`;
  await database.$executeRaw`
    INSERT INTO event_participants (event_id, position, actor_id)
    SELECT 'many-' || n, 0, 'marsh' FROM generate_series(1, 10000) n`;
  await database.$executeRaw`
    INSERT INTO event_sources (event_id, position, publisher, title)
    SELECT 'many-' || n, p, 'Publisher ' || (n + p) % 50, 'Title'
    FROM generate_series(1, 10000) n, generate_series(0, 4) p`;
  await database.$executeRaw`
    INSERT INTO event_articles (event_id, article_id)
    SELECT events.id, articles.id FROM events CROSS JOIN articles WHERE events.id LIKE 'many-%'`;
  await weighMarkedEvents();
  await markAllEvents();
  const began = performance.now();
  expect(await weighMarkedEvents()).toBeGreaterThanOrEqual(10_000);
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await importanceOf("many-1")).toBeGreaterThan(0);
}, 60_000);
