import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { editTopic, requireTopic } from "#lib/topics/mutations.ts";
import type { TopicFields } from "#lib/topics/schema.ts";
import { getRun, listChanges } from "#lib/understanding/data.ts";
import { previewProposal } from "#lib/understanding/data-preview.ts";
import { applyRun, beginRun } from "#lib/understanding/mutations.ts";
import { runUnderstanding } from "#lib/understanding/run-understanding.ts";

const DESK = { userId: null, agent: "test" };
const NEVER = new AbortController().signal;
const REAL = { isDryRun: false };
const DRY = { isDryRun: true };
const BODY = "Ada Brook spoke of grain. Grain is dear, said Brook.\n\nTom Hale left.";

// Work begins where a test says so.
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

let article = "";

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE articles, topics, actors, understanding_runs CASCADE`;
  await database.topic.createMany({
    data: [
      { id: "grain", label: "Grain exports", definition: "", keywords: ["grain"] },
      { id: "talks", label: "Talks", definition: "", keywords: ["talks"] },
    ],
  });
  await database.actor.create({ data: { id: "hale", kind: "person", name: "Tom Hale" } });
  article = await createTestArticle({ body: BODY });
  await runUnderstanding(await beginRun(REAL, DESK), NEVER);
});

const topicsOf = async (articleId: string) => {
  const rows = await database.articleTopic.findMany({
    where: { articleId },
    orderBy: { topicId: "asc" },
  });
  return rows.map(({ topicId }) => topicId);
};
const topicWith = async (changes: Partial<TopicFields>) => {
  const base = await database.$transaction((tx) => requireTopic(tx, "talks"));
  return { kind: "topic" as const, id: "talks", fields: { ...base, ...changes }, base };
};

describe("a dry run", () => {
  it("says what a proposed definition would change, changes nothing, and can be applied", async () => {
    const proposal = await topicWith({ keywords: ["dear"] });
    const id = await beginRun({ ...DRY, proposal }, DESK);
    await runUnderstanding(id, NEVER);
    expect(await getRun(id)).toMatchObject({
      ...{ state: "done", about: { kind: "topic", id: "talks", name: "Talks" } },
      counts: { changed: 1, topicsGained: 1, topicsLost: 0, mentionsGained: 0 },
    });
    expect((await listChanges(id, 1)).items).toMatchObject([
      {
        articleId: article,
        difference: { topics: [{ sentences: ["Grain is dear, said Brook."] }] },
      },
    ]);
    expect(await topicsOf(article)).toEqual(["grain"]);
    await runUnderstanding(await applyRun(id, DESK), NEVER);
    expect(await topicsOf(article)).toEqual(["grain", "talks"]);
    const { keywords } = await database.topic.findUniqueOrThrow({ where: { id: "talks" } });
    expect(keywords).toEqual(["dear"]);
  });

  it("is not applied over a definition that was changed since, nor begun while a real one is open", async () => {
    const proposal = await topicWith({ keywords: ["dear"] });
    const id = await beginRun({ ...DRY, proposal }, DESK);
    await expect(applyRun(id, DESK)).rejects.toMatchObject({ code: "conflict" });
    await runUnderstanding(id, NEVER);
    await editTopic("talks", { ...proposal.base, label: "Talking" }, DESK);
    await expect(applyRun(id, DESK)).rejects.toMatchObject({ code: "conflict" });
    expect(await database.topic.findUnique({ where: { id: "talks" } })).toMatchObject({
      ...{ label: "Talking", keywords: ["talks"] },
    });
    await beginRun(REAL, DESK);
    await expect(beginRun(DRY, DESK)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is foreseen at once for the newest articles, with what would go", async () => {
    expect(await previewProposal(await topicWith({ keywords: ["dear"] }))).toMatchObject({
      ...{ looked: 1, gained: 1, lost: 0, others: 0 },
      lines: [{ articleId: article, difference: { topics: [{ name: "Talks" }], mentions: [] } }],
    });
    const base = {
      ...{ kind: "person" as const, name: "Tom Hale", country: null, description: null },
      ...{ wikidataId: null, aliases: [], offices: [] },
    };
    const renamed = {
      kind: "actor" as const,
      id: "hale",
      base,
      fields: { ...base, name: "T. Reed" },
    };
    expect(await previewProposal(renamed)).toMatchObject({
      ...{ looked: 1, gained: 0, lost: 1 },
      lines: [{ difference: { mentions: [{ lost: 1, sentences: ["Tom Hale left."] }] } }],
    });
  });
});
