import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as understood from "#lib/articles/data-understood.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { editTopic, requireTopic } from "#lib/topics/mutations.ts";
import type { TopicFields } from "#lib/topics/schema.ts";
import { getRun, listChanges } from "#lib/understanding/data.ts";
import { beginRun, cancelRun, pauseRun, resumeRun } from "#lib/understanding/mutations.ts";
import { runUnderstanding } from "#lib/understanding/run-understanding.ts";

const DESK = { userId: null, agent: "test" };
const NEVER = new AbortController().signal;
const REAL = { isDryRun: false };
const BODY = "Ada Brook spoke of grain. Grain is dear, said Brook.\n\nTom Hale left.";

// Work begins where a test says so.
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

/** Lets a test act between the reading of articles and the writing. */
const reading = vi.hoisted(() => ({ before: null as (() => Promise<void>) | null }));
vi.mock("#lib/articles/data-understood.ts", async (importOriginal) => {
  const original = await importOriginal<typeof understood>();
  return {
    ...original,
    async listUnderstoodAfter(afterId: string | null) {
      const articles = await original.listUnderstoodAfter(afterId);
      const act = reading.before;
      reading.before = null;
      await act?.();
      return articles;
    },
  };
});

beforeEach(async () => {
  reading.before = null;
  await database.$executeRaw`TRUNCATE articles, topics, actors, understanding_runs CASCADE`;
  await database.topic.createMany({
    data: [
      { id: "grain", label: "Grain exports", definition: "", keywords: ["grain"] },
      { id: "talks", label: "Talks", definition: "", keywords: ["talks"] },
    ],
  });
  await database.actor.createMany({
    data: [
      { id: "brook", kind: "person", name: "Ada Brook" },
      { id: "hale", kind: "person", name: "Tom Hale" },
    ],
  });
});

const get = async (id: string) => {
  const run = await getRun(id);
  if (!run) throw new Error("no run");
  return run;
};
const topicsOf = async (articleId: string) => {
  const rows = await database.articleTopic.findMany({
    where: { articleId },
    orderBy: { topicId: "asc" },
  });
  return rows.map(({ topicId, status }) => `${topicId} ${status}`);
};
const mentionsOf = async (articleId: string) => {
  const rows = await database.mention.findMany({
    where: { articleId },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ startsAt, endsAt, status }) => `${BODY.slice(startsAt, endsAt)} ${status}`);
};
const createMany = (count: number) =>
  Promise.all(Array.from({ length: count }, () => createTestArticle({ body: BODY })));
const topicWith = async (changes: Partial<TopicFields>) => {
  const base = await database.$transaction((tx) => requireTopic(tx, "talks"));
  return { kind: "topic" as const, id: "talks", fields: { ...base, ...changes }, base };
};

describe("a run", () => {
  it("suggests what is found now, takes back what is not, and leaves what a person decided", async () => {
    const fresh = await createTestArticle({ body: BODY });
    const decided = await createTestArticle({ body: BODY });
    const where = { articleId: decided };
    await database.articleTopic.createMany({
      data: [
        { ...where, topicId: "grain", status: "rejected", confidence: 1 },
        { ...where, topicId: "talks", status: "confirmed", confidence: 1 },
      ],
    });
    await database.mention.createMany({
      data: [
        { ...where, actorId: "brook", startsAt: 0, endsAt: 9, status: "confirmed" },
        { ...where, actorId: "brook", startsAt: 10, endsAt: 15, status: "suggested" },
        { ...where, actorId: "hale", startsAt: 54, endsAt: 62, status: "rejected" },
      ],
    });
    const id = await beginRun(REAL, DESK);
    await runUnderstanding(id, NEVER);
    expect(await topicsOf(fresh)).toEqual(["grain suggested"]);
    expect(await mentionsOf(fresh)).toEqual([
      "Ada Brook suggested",
      "Brook suggested",
      "Tom Hale suggested",
    ]);
    expect(await topicsOf(decided)).toEqual(["grain rejected", "talks confirmed"]);
    expect(await mentionsOf(decided)).toEqual([
      "Ada Brook confirmed",
      "Brook suggested",
      "Tom Hale rejected",
    ]);
    const counts = {
      changed: 2,
      topicsGained: 1,
      topicsLost: 0,
      mentionsGained: 4,
      mentionsLost: 1,
    };
    expect(await get(id)).toMatchObject({ state: "done", done: 2, total: 2, counts });
    const entry = await database.auditEntry.findFirstOrThrow({
      where: { action: "understanding.finish", subjectId: id },
    });
    expect(entry.details).toMatchObject({ articles: 2, ...counts });
    expect(await database.revision.count()).toBe(0);
    const { items } = await listChanges(id, 1);
    const change = items.find(({ articleId }) => articleId === fresh)?.difference;
    expect(change?.topics).toEqual([
      {
        ...{ id: "grain", name: "Grain exports", change: "gained" },
        sentences: ["Ada Brook spoke of grain.", "Grain is dear, said Brook."],
      },
    ]);
  });

  it("changes nothing the second time", async () => {
    const [article = ""] = await createMany(1);
    await runUnderstanding(await beginRun(REAL, DESK), NEVER);
    const before = await database.article.findUniqueOrThrow({ where: { id: article } });
    const again = await beginRun(REAL, DESK);
    await runUnderstanding(again, NEVER);
    expect((await get(again)).counts.changed).toBe(0);
    expect(await database.article.findUniqueOrThrow({ where: { id: article } })).toEqual(before);
  });

  it("goes on where one stood that was killed, and counts each article once", async () => {
    const articles = await createMany(70);
    const id = await beginRun(REAL, DESK);
    const killed = new AbortController();
    await runUnderstanding(id, killed.signal, () => killed.abort());
    const half = await get(id);
    expect(half.state).toBe("running");
    expect(half.done).toBe(50);
    // What a killed worker leaves behind: a lease of a session that has ended.
    await database.understandingRun.update({
      where: { id },
      data: {
        ...{ leaseToken: randomUUID(), leaseSession: "1@2" },
        leaseUntil: new Date(Date.now() + 3_600_000),
      },
    });
    let more = 0;
    await runUnderstanding(id, NEVER, (count) => (more += count));
    expect(more).toBe(20);
    const { state, done, counts } = await get(id);
    expect({ state, done, changed: counts.changed }).toEqual({
      ...{ state: "done", done: 70, changed: 70 },
    });
    const { length } = articles;
    expect(await database.articleTopic.count({ where: { topicId: "grain" } })).toBe(length);
  });

  it("is done by one of two that begin at once", async () => {
    await createMany(60);
    const id = await beginRun(REAL, DESK);
    await Promise.all([runUnderstanding(id, NEVER), runUnderstanding(id, NEVER)]);
    expect(await get(id)).toMatchObject({ state: "done", done: 60 });
  });

  it("is paused, resumed and cancelled, and superseded by the next", async () => {
    const [article = ""] = await createMany(1);
    const first = await beginRun(REAL, DESK);
    await pauseRun(first, DESK);
    await runUnderstanding(first, NEVER);
    expect(await topicsOf(article)).toEqual([]);
    await resumeRun(first, DESK);
    const second = await beginRun(REAL, DESK);
    expect((await get(first)).state).toBe("superseded");
    await cancelRun(second, DESK);
    await runUnderstanding(second, NEVER);
    expect(await topicsOf(article)).toEqual([]);
    await expect(cancelRun(second, DESK)).rejects.toMatchObject({ code: "conflict" });
  });

  it("stops where another is begun in its middle, which does the work", async () => {
    const [article = ""] = await createMany(1);
    const first = await beginRun(REAL, DESK);
    let second = "";
    reading.before = async () => void (second = await beginRun(REAL, DESK));
    await runUnderstanding(first, NEVER);
    expect(await get(first)).toMatchObject({ state: "superseded", done: 0 });
    expect(await topicsOf(article)).toEqual([]);
    await runUnderstanding(second, NEVER);
    expect(await topicsOf(article)).toEqual(["grain suggested"]);
  });

  it("loses nothing of an edit in its middle", async () => {
    const [article = ""] = await createMany(1);
    await database.articleTopic.create({
      data: { articleId: article, topicId: "talks", status: "suggested", confidence: 0.7 },
    });
    reading.before = async () => {
      const topics = [{ id: "talks", status: "confirmed" as const }];
      const paragraphs = ["Nobody spoke.", "Tom Hale left."];
      await saveArticle(article, { topics, paragraphs }, { baseVersion: 1 }, DESK);
    };
    await runUnderstanding(await beginRun(REAL, DESK), NEVER);
    expect(await topicsOf(article)).toEqual(["talks confirmed"]);
    expect(await database.mention.findMany({ where: { articleId: article } })).toMatchObject([
      { actorId: "hale", startsAt: 15, endsAt: 23 },
    ]);
    const { version } = await database.article.findUniqueOrThrow({ where: { id: article } });
    expect(version).toBe(2);
  });

  it("begins again where a definition is changed in its middle, so that one holds for all", async () => {
    const articles = await createMany(60);
    const id = await beginRun(REAL, DESK);
    const { fields, base } = await topicWith({ keywords: ["dear"] });
    let edit: (() => Promise<void>) | null = () => editTopic("talks", fields, DESK, { base });
    await runUnderstanding(id, NEVER, () => {
      reading.before = edit;
      edit = null;
    });
    expect(await get(id)).toMatchObject({ state: "done", done: 60, counts: { changed: 60 } });
    for (const article of [articles[0], articles[59]]) {
      expect(await topicsOf(article as string)).toEqual(["grain suggested", "talks suggested"]);
    }
  });

  it("stops with its reason where it cannot write, and goes on from there", async () => {
    const [article = ""] = await createMany(1);
    await database.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'`;
    await database.$executeRaw`
      CREATE TRIGGER refused BEFORE INSERT ON mentions EXECUTE FUNCTION refuse()`;
    const id = await beginRun(REAL, DESK);
    await runUnderstanding(id, NEVER);
    await database.$executeRaw`DROP FUNCTION refuse CASCADE`;
    expect(await get(id)).toMatchObject({ state: "paused", problem: expect.any(String), done: 0 });
    await resumeRun(id, DESK);
    await runUnderstanding(id, NEVER);
    expect(await topicsOf(article)).toEqual(["grain suggested"]);
  });
});
