import { expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { listEventsToVerify } from "#lib/events/data-review.ts";
import { setEventVerification } from "#lib/events/mutations.ts";

const DESK = { userId: null, agent: "test" };

it("takes an event off the queue when it is verified, and puts it back", async () => {
  const day = new Date("2025-02-27T00:00:00Z");
  await database.event.create({
    data: {
      id: "talks",
      title: "Talks",
      kind: "meeting",
      date: "2025-02-27",
      startsOn: day,
      endsOn: day,
    },
  });
  const listIds = async () => (await listEventsToVerify(10)).items.map(({ id }) => id);
  expect(await listIds()).toEqual(["talks"]);
  await setEventVerification("talks", "verified", DESK);
  expect(await listIds()).toEqual([]);
  await setEventVerification("talks", "to_verify", DESK);
  expect(await listIds()).toEqual(["talks"]);
  const audit = await database.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(audit.map(({ action }) => action)).toEqual(["event.verify", "event.unverify"]);
});

it("knows no event by an id that is none, and records nothing", async () => {
  const before = await database.auditEntry.count();
  await expect(setEventVerification("nothing", "verified", DESK)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await database.auditEntry.count()).toBe(before);
});
