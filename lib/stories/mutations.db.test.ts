import { beforeEach, describe, expect, it } from "vitest";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { listEditRevisions } from "#lib/db/edit-revisions.ts";
import { findEventsCalled, resolveCited } from "#lib/events/data-cited.ts";
import { getStoryForAdmin } from "#lib/stories/data-admin.ts";
import { getStory, listEventStories, listStories } from "#lib/stories/data.ts";
import { resolveTypedStory } from "#lib/stories/data-typed.ts";
import { addStory, restoreStory, saveStory, setStoryStatus } from "#lib/stories/mutations.ts";
import type { StoryFields } from "#lib/stories/schema.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestUser } from "#lib/testing/session.ts";

const ACTOR = { userId: null, agent: "test" };

beforeEach(async () => {
  await database.story.deleteMany();
  await database.event.deleteMany();
});

async function addEvent(id: string, date: string, title = `Event ${id}`) {
  const day = toDateColumn(date);
  await database.event.create({
    data: {
      ...{ id, title, kind: "meeting", date, startsOn: day, endsOn: day },
      sources: { create: { position: 0, publisher: "Courier", title: "A piece" } },
    },
  });
}

const step = (eventId: string | null, heading = "A heading", more = {}) => ({
  ...{ eventId, heading, body: "Words of it.", citations: [] },
  ...more,
});
const fieldsWith = (steps: StoryFields["steps"], more: Partial<StoryFields> = {}): StoryFields => ({
  ...{ title: "The ferry", slug: "", summary: "How it sailed.", steps },
  ...more,
});

/** A published story of one step, told of `ferry-1`. */
async function addPublished(): Promise<string> {
  await addEvent("ferry-1", "2025-03-01");
  const id = await addStory({ title: "The ferry", summary: "How it sailed." }, ACTOR);
  await saveStory(id, { base: 1, fields: fieldsWith([step("ferry-1")]) }, ACTOR);
  await setStoryStatus(id, { status: "published" }, ACTOR);
  return id;
}

describe("a story", () => {
  it("is nobody's but its editors' until it is published, and needs a step for that", async () => {
    const id = await addStory({ title: "The ferry", summary: "" }, ACTOR);
    expect(await getStory("the-ferry")).toBeNull();
    expect(await listStories()).toEqual([]);
    await expect(setStoryStatus(id, { status: "published" }, ACTOR)).rejects.toThrow("one step");
    await setStoryStatus(id, { status: "withdrawn", reason: "A mistake." }, ACTOR);
    expect(await getStory("the-ferry")).toBeNull();
  });

  it("has its steps with events, sources and citations as readers may see them", async () => {
    const id = await addPublished();
    await addEvent("ferry-2", "2025-03-05");
    const shown = await createTestArticle({ slug: "the-pier", headline: "The pier" });
    const draft = await createTestArticle({ status: "draft" });
    const citations = [
      { eventId: null, articleId: shown },
      { eventId: null, articleId: draft },
      { eventId: "ferry-1", articleId: null },
    ];
    const second = step("ferry-2", "Then", { citations, body: "It sailed [1][3]." });
    await saveStory(id, { base: 2, fields: fieldsWith([step("ferry-1"), second]) }, ACTOR);
    const found = await getStory("the-ferry");
    if (found?.state !== "found") throw new Error("the story is not shown");
    expect(found.story).toMatchObject({ from: "2025-03-01", to: "2025-03-05", stepCount: 2 });
    expect(found.story.steps[1]).toMatchObject({
      paragraphs: [[{ text: "It sailed" }, { citation: 1 }, { citation: 3 }, { text: "." }]],
      event: { path: "/events/ferry-2", sources: [{ publisher: "Courier" }] },
      citations: [
        { kind: "article", path: "/2025/02/27/the-pier", title: "The pier" },
        null,
        { kind: "event", path: "/events/ferry-1" },
      ],
    });
    expect((await listEventStories("ferry-2")).map(({ slug }) => slug)).toEqual(["the-ferry"]);
    expect((await getStoryForAdmin(id))?.steps[1]?.cites).toEqual([
      ...[`/admin/articles/${shown}`, `/admin/articles/${draft}`, "/events/ferry-1"],
    ]);
  });

  it("keeps every address that readers have seen, and none of another's", async () => {
    const id = await addPublished();
    await saveStory(
      id,
      { base: 2, fields: fieldsWith([step("ferry-1")], { slug: "ferries" }) },
      ACTOR,
    );
    expect(await getStory("the-ferry")).toEqual({ state: "moved", slug: "ferries" });
    expect((await getStory("ferries"))?.state).toBe("found");
    const other = await addStory({ title: "The ferry", summary: "" }, ACTOR);
    expect((await getStoryForAdmin(other))?.slug).toBe("the-ferry-2");
    const stolen = fieldsWith([], { slug: "the-ferry" });
    await expect(saveStory(other, { base: 1, fields: stolen }, ACTOR)).rejects.toThrow("Another");
    await saveStory(other, { base: 1, fields: fieldsWith([], { slug: "boats" }) }, ACTOR);
    expect(await database.storyAddress.count({ where: { slug: "the-ferry-2" } })).toBe(0);
  });

  it("says that it was withdrawn, and is shown again at the day it had", async () => {
    const id = await addPublished();
    const before = await getStory("the-ferry");
    await setStoryStatus(id, { status: "withdrawn", reason: "It was wrong." }, ACTOR);
    expect(await getStory("the-ferry")).toMatchObject({ state: "gone", reason: "It was wrong." });
    expect(await listStories()).toEqual([]);
    await expect(setStoryStatus(id, { status: "withdrawn" }, ACTOR)).rejects.toThrow("already");
    await setStoryStatus(id, { status: "published" }, ACTOR);
    const after = await getStory("the-ferry");
    if (before?.state !== "found" || after?.state !== "found") throw new Error("not shown");
    expect(after.story.publishedOn).toBe(before.story.publishedOn);
  });

  it("is saved by one of two editors, and the other is told by whom", async () => {
    const { id: userId, name } = await createTestUser("editor");
    const id = await addPublished();
    const theirs = { base: 2, fields: fieldsWith([step("ferry-1", "Theirs")]) };
    const mine = { base: 2, fields: fieldsWith([step("ferry-1", "Mine")]) };
    await saveStory(id, theirs, { userId, agent: "test" });
    await expect(saveStory(id, mine, ACTOR)).rejects.toMatchObject({
      ...{ code: "conflict", details: { version: 3, savedBy: name } },
    });
    const results = await Promise.allSettled(
      ["a", "b"].map((heading) =>
        saveStory(id, { base: 3, fields: fieldsWith([step("ferry-1", heading)]) }, ACTOR),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is brought back to any revision, without what is gone since, each a save with its audit", async () => {
    const id = await addPublished();
    await addEvent("ferry-2", "2025-03-05");
    await saveStory(id, { base: 2, fields: fieldsWith([step("ferry-2", "Later")]) }, ACTOR);
    await database.event.delete({ where: { id: "ferry-1" } });
    expect(await restoreStory(id, { base: 3, number: 2 }, ACTOR)).toBe(4);
    expect((await getStoryForAdmin(id))?.steps).toEqual([
      { event: null, heading: "A heading", body: "Words of it.", cites: [] },
    ]);
    await expect(restoreStory(id, { base: 4, number: 9 }, ACTOR)).rejects.toThrow("no such");
    const revisions = await listEditRevisions({ subject: "story", subjectId: id });
    expect(revisions.map(({ number, note }) => [number, note])).toEqual([
      ...[
        [4, "as revision 2"],
        [3, null],
        [2, null],
        [1, null],
      ],
    ]);
    const audit = await database.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit.map(({ action }) => action)).toEqual([
      ...["story.add", "story.save", "story.publish", "story.save", "story.restore"],
    ]);
  });

  it("loses no text when an event goes", async () => {
    await addPublished();
    await database.event.delete({ where: { id: "ferry-1" } });
    const found = await getStory("the-ferry");
    if (found?.state !== "found") throw new Error("not shown");
    expect(found.story).toMatchObject({ from: null, steps: [{ event: null, number: 1 }] });
  });
});

describe("what an editor types", () => {
  it("finds events by words of title, place or date", async () => {
    await addEvent("ferry-1", "2025-03-01", "Talks on the ferry");
    await addEvent("ferry-2", "2024-03-01", "Talks on the pier");
    const idsOf = async (words: string) => (await findEventsCalled(words)).map(({ id }) => id);
    expect(await idsOf("talks FERRY")).toEqual(["ferry-1"]);
    expect(await idsOf("talks 2024")).toEqual(["ferry-2"]);
    expect(await idsOf("100% _")).toEqual([]);
    expect(await idsOf(" ")).toEqual([]);
  });

  it("stands for what it names, and says where it names nothing", async () => {
    await addEvent("ferry-1", "2025-03-01", "Talks on the ferry");
    const articleId = await createTestArticle({ slug: "a-pier-at-last" });
    const addresses = ["ferry-1", "/2025/02/27/a-pier-at-last", "/events/none", "/2025/02/30/x"];
    expect(await resolveCited(addresses)).toEqual([
      ...[{ eventId: "ferry-1", articleId: null }, { eventId: null, articleId }, null, null],
    ]);
    const typed = {
      ...{ title: "T", slug: "", summary: "" },
      steps: [
        {
          ...{ position: "1", heading: "H", body: "", eventId: "ferry-1" },
          cites: ["/events/none"],
        },
      ],
    };
    await expect(resolveTypedStory(typed, null)).rejects.toMatchObject({
      details: { fields: { "steps.0.citations": "Nothing is here at /events/none." } },
    });
    const { steps } = await resolveTypedStory({ ...typed, steps: [] }, "ferry-1");
    expect(steps).toEqual([
      { eventId: "ferry-1", heading: "Talks on the ferry", body: "", citations: [] },
    ]);
  });
});
