import { expect, it, vi } from "vitest";
import { getArticleState } from "#lib/articles/data-state.ts";
import { parseSnapshot } from "#lib/articles/schema.ts";
import { database } from "#lib/db/client.ts";
import { isArchiveEmpty } from "#lib/demo/data.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";

// The whole archive is read and understood, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const NOTHING = {
  ...{ created: false, topics: 0, actors: 0, events: 0, articles: 0 },
  ...{ stories: 0, commitments: 0 },
};

async function countEverything() {
  const { topic, actor, office, event, eventParticipant, eventSource } = database;
  const { article, original, revision, mention, fieldSpan, articleSource, auditEntry } = database;
  const { story, storyStep, commitment, commitmentEvidence } = database;
  const tables = { topic, actor, office, event, eventParticipant, eventSource, auditEntry };
  const told = { story, storyStep, commitment, commitmentEvidence };
  const all = {
    ...tables,
    ...told,
    article,
    original,
    revision,
    mention,
    fieldSpan,
    articleSource,
  };
  const counts = Object.entries(all).map(async ([name, table]) => [
    name,
    await (table as { count(): Promise<number> }).count(),
  ]);
  return Object.fromEntries(await Promise.all(counts)) as Record<keyof typeof all, number>;
}

it("fills an empty archive, once, even when two begin together", async () => {
  expect(await isArchiveEmpty()).toBe(true);
  const results = await Promise.all([seedDemoArchive(), seedDemoArchive()]);
  expect(results.map(({ created }) => created).sort()).toEqual([false, true]);
  expect(await isArchiveEmpty()).toBe(false);

  const counts = await countEverything();
  expect(counts).toMatchObject({ event: 233, topic: 38, auditEntry: 1 });
  expect(counts.article).toBeGreaterThanOrEqual(60);
  expect(counts).toMatchObject({ story: 3, storyStep: 22, commitment: 17 });
  expect(counts.original).toBe(counts.article);
  expect(counts.revision).toBe(counts.article);
  const [searchable] = await database.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM article_search`;
  expect(searchable?.rows).toBe(counts.article);

  expect(await seedDemoArchive()).toEqual(NOTHING);
  expect(await countEverything()).toEqual(counts);
});

it("has the quotations that were checked as confirmed statements, and others as suggested", async () => {
  const confirmed = await database.statement.findMany({
    where: { status: "confirmed" },
    select: { isPublic: true, speakerId: true, venue: true, saidOn: true, decidedAt: true },
  });
  expect(confirmed.length).toBeGreaterThanOrEqual(63);
  for (const statement of confirmed) {
    expect(statement).toEqual({
      ...{ isPublic: true, speakerId: expect.any(String), venue: expect.any(String) },
      ...{ saidOn: expect.any(String), decidedAt: expect.any(Date) },
    });
  }
  const suggested = await database.statement.count({ where: { status: "suggested" } });
  expect(suggested).toBeGreaterThan(confirmed.length);
});

it("leaves each piece as an editor would find it who saved it as it stands", async () => {
  const revisions = await database.revision.findMany({
    select: { articleId: true, snapshot: true },
  });
  for (const { articleId, snapshot } of revisions) {
    expect(parseSnapshot(snapshot)).toEqual((await getArticleState(articleId))?.fields);
  }
});

it("shows what is not checked as to be verified, and dates its offices", async () => {
  const unverified = await database.event.count({ where: { verification: "to_verify" } });
  expect(unverified).toBe(117);
  const starmer = await database.office.findFirstOrThrow({
    where: { actorId: "starmer", title: "Prime Minister of the United Kingdom" },
  });
  expect(starmer).toMatchObject({ heldFrom: new Date("2024-07-05"), heldTo: null });
});

it("adds back only what is missing and never undoes what a person did", async () => {
  const [edited, binned, purged] = await database.article.findMany({
    take: 3,
    orderBy: { id: "asc" },
    select: { id: true, originalId: true },
  });
  if (!edited || !binned || !purged) throw new Error("the archive was not filled");
  await database.article.update({ where: { id: edited.id }, data: { headline: "Corrected" } });
  await database.article.update({ where: { id: binned.id }, data: { deletedAt: new Date() } });
  await database.article.delete({ where: { id: purged.id } });
  await database.original.delete({ where: { id: purged.originalId } });
  await database.topic.update({ where: { id: "grain" }, data: { mergedIntoId: "maritime" } });
  await database.event.delete({ where: { id: "grain-deal-2022-07" } });
  await database.actorAlias.deleteMany({ where: { actorId: "starmer" } });
  await database.story.updateMany({ data: { title: "Retold" } });
  await database.commitment.delete({ where: { id: "trump-fifty-days" } });

  expect(await seedDemoArchive()).toEqual({
    ...{ ...NOTHING, created: true, events: 1, articles: 1, commitments: 1 },
  });
  expect(await database.story.count({ where: { title: "Retold" } })).toBe(3);

  const after = await database.article.findUniqueOrThrow({ where: { id: edited.id } });
  expect(after.headline).toBe("Corrected");
  const bin = await database.article.findUniqueOrThrow({ where: { id: binned.id } });
  expect(bin.deletedAt).not.toBeNull();
  expect(await database.actorAlias.count({ where: { actorId: "starmer" } })).toBe(0);
  const topics = await database.eventTopic.findMany({ where: { eventId: "grain-deal-2022-07" } });
  expect(topics.map(({ topicId }) => topicId)).toEqual(["maritime"]);
  expect(await seedDemoArchive()).toEqual(NOTHING);
});
