import { expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { listEventsForAdmin } from "#lib/events/data-admin.ts";

const LISTED = { q: "lantern", sort: "weight", page: 1 } as const;

it("orders events by what an editor lifted them to, page by page", async () => {
  const day = toDateColumn("2025-02-27");
  const given = Array.from({ length: 51 }, (_, i) => ({
    id: `lantern-${i}`,
    importance: i,
    lift: 0,
  }));
  given.push({ id: "lantern-lifted", importance: 20, lift: 2 });
  given.push({ id: "lantern-lowered", importance: 60, lift: -2 });
  await database.event.createMany({
    data: given.map((each) => ({
      ...{ ...each, title: "Lantern talks", kind: "meeting", date: "2025-02-27" },
      ...{ startsOn: day, endsOn: day },
    })),
  });
  const { items, total, pageCount } = await listEventsForAdmin(LISTED);
  expect({ total, pageCount, shown: items.length }).toEqual({ total: 53, pageCount: 2, shown: 50 });
  expect(items[0]).toMatchObject({ id: "lantern-lifted", weight: 60 });
  expect(items[1]?.id).toBe("lantern-50");
  const rest = (await listEventsForAdmin({ ...LISTED, page: 2 })).items;
  expect(rest.map(({ id }) => id)).toEqual(["lantern-2", "lantern-1", "lantern-0"]);
  const weights = items.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((one, other) => other - one));
});
