import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getEvent } from "#lib/events/data.ts";
import { getEventState } from "#lib/events/data-state.ts";
import { deleteEvent, purgeDeletedEvents, restoreEvent } from "#lib/events/mutations-bin.ts";
import {
  addEvent,
  editEvent,
  restoreEventState,
  setArticleLink,
} from "#lib/events/mutations-edit.ts";
import type { EventFields } from "#lib/events/schema-editing.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const DESK = { userId: null, agent: "test" };
const FIELDS: EventFields = {
  ...{ title: "Harbour talks", kind: "meeting", date: "2025-02-27", lift: 0 },
  ...{ placeName: "Northport", placeCountry: "Ruritania", latitude: 1, longitude: 2 },
  ...{ participants: [{ actorId: "Eve Marsh", role: "host" }], facts: ["They met."] },
  ...{ topics: ["harbours"], related: [], sources: [] },
};

beforeAll(async () => {
  const person = { kind: "person" } as const;
  await database.actor.createMany({
    data: [
      { id: "marsh", name: "Eve Marsh", ...person },
      { id: "bell", name: "Tom Bell", ...person },
    ],
  });
  await database.topic.create({
    data: { id: "harbours", label: "Harbours", definition: "Ports." },
  });
});

const stateOf = async (id: string) => {
  const state = await getEventState(id);
  if (!state) throw new Error("It is gone.");
  return state;
};
const actionsOn = async (subjectId: string) =>
  (await database.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

describe("editing an event", () => {
  it("adds one, known by its title and month, and changes it", async () => {
    const id = await addEvent(FIELDS, DESK);
    expect(id).toBe("harbour-talks-2025-02");
    expect(await addEvent(FIELDS, DESK)).toBe("harbour-talks-2025-02-2");
    const changes = {
      ...FIELDS,
      date: "2025-03/2025-04",
      lift: 2,
      related: ["/events/harbour-talks-2025-02-2"],
    };
    expect(await editEvent(id, changes, 1, DESK)).toBe(2);
    expect(await getEvent(id)).toMatchObject({
      ...{ startsOn: "2025-03-01", endsOn: "2025-04-30", lift: 2 },
      participants: [{ actorId: "marsh", role: "host" }],
      related: [{ id: "harbour-talks-2025-02-2" }],
    });
    expect(await actionsOn(id)).toEqual(["event.add", "event.edit"]);
    expect(await editEvent(id, changes, 2, DESK)).toBe(2);
  });

  it("says who and what it does not know, and saves nothing", async () => {
    const wrong = {
      ...FIELDS,
      participants: [{ actorId: "Nobody", role: null }],
      related: ["nothing"],
    };
    await expect(addEvent(wrong, DESK)).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        fields: { "participants.0.actorId": expect.any(String), related: expect.any(String) },
      },
    });
  });

  it("joins what two editors changed, unless both changed the same", async () => {
    const id = await addEvent({ ...FIELDS, title: "Joined" }, DESK);
    const base = { ...FIELDS, title: "Joined" };
    await editEvent(id, { ...base, placeName: "Southport" }, 1, DESK);
    expect(await editEvent(id, { ...base, facts: ["They met.", "They dined."] }, 1, DESK)).toBe(3);
    expect((await stateOf(id)).fields).toMatchObject({
      ...{ placeName: "Southport", facts: ["They met.", "They dined."] },
    });
    await expect(editEvent(id, { ...base, placeName: "Eastport" }, 1, DESK)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("links and parts articles, and brings back any saved state", async () => {
    const id = await addEvent({ ...FIELDS, title: "Linked" }, DESK);
    const articleId = await createTestArticle({ headline: "Talks in Northport" });
    await setArticleLink({ eventId: id, articleId, isLinked: true }, DESK);
    await setArticleLink({ eventId: id, articleId, isLinked: true }, DESK);
    expect((await getEvent(id))?.articles.map((article) => article.id)).toEqual([articleId]);
    await setArticleLink({ eventId: id, articleId, isLinked: false }, DESK);
    expect((await stateOf(id)).fields.articles).toEqual([]);
    await restoreEventState(id, 2, DESK);
    expect((await stateOf(id)).fields.articles).toEqual([articleId]);
    expect(await actionsOn(id)).toEqual([
      "event.add",
      "event.link",
      "event.unlink",
      "event.restore_state",
    ]);
    await database.actor.update({ where: { id: "bell" }, data: { mergedIntoId: "marsh" } });
    await expect(restoreEventState(id, 9, DESK)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the bin", () => {
  it("holds an event with all that goes with it, and gives it back", async () => {
    const other = await addEvent({ ...FIELDS, title: "Other" }, DESK);
    const id = await addEvent({ ...FIELDS, title: "Binned", related: [other] }, DESK);
    const articleId = await createTestArticle({});
    const gone = await createTestArticle({});
    for (const each of [articleId, gone]) {
      await setArticleLink({ eventId: id, articleId: each, isLinked: true }, DESK);
    }
    const before = await stateOf(id);
    await deleteEvent(id, DESK);
    expect(await getEvent(id)).toBeNull();
    expect((await getEvent(other))?.related).toEqual([]);
    expect(await addEvent({ ...FIELDS, title: "Binned" }, DESK)).toBe("binned-2025-02-2");

    await database.article.delete({ where: { id: gone } });
    expect(await restoreEvent(id, DESK)).toBe(1);
    const { articles, ...fields } = (await stateOf(id)).fields;
    expect({ ...fields, articles: before.fields.articles }).toEqual(before.fields);
    expect(articles).toEqual([articleId]);
    expect(await database.eventRevision.count({ where: { eventId: id } })).toBe(3);
    await expect(restoreEvent(id, DESK)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteEvent("nothing", DESK)).rejects.toMatchObject({ code: "not_found" });
  });

  it("ends for good after its time", async () => {
    const id = await addEvent({ ...FIELDS, title: "Ended" }, DESK);
    await deleteEvent(id, DESK);
    expect(await purgeDeletedEvents()).toBe(0);
    await database.deletedEvent.update({
      where: { id },
      data: { deletedAt: new Date("2020-01-01") },
    });
    expect(await purgeDeletedEvents()).toBe(1);
    expect(await actionsOn(id)).toEqual(["event.add", "event.delete", "event.purge"]);
  });
});
