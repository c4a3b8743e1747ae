import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { getBatch, listBatchItems } from "#lib/batches/data.ts";
import { receiveBatch, receiveFile } from "#lib/batches/mutations-receive.ts";
import { tidyBatches } from "#lib/batches/mutations-run.ts";
import {
  cancelBatch,
  importDryRun,
  pauseBatch,
  resumeBatch,
  retryFailed,
  undoBatch,
} from "#lib/batches/mutations.ts";
import { runBatch } from "#lib/batches/run-batch.ts";
import type { BatchOptions } from "#lib/batches/schema.ts";
import { database } from "#lib/db/client.ts";
import { madeUpArticles } from "#lib/testing/made-up-articles.ts";

const EDITOR = { userId: null, agent: "test" };
const NEVER = new AbortController().signal;
const REAL = { isDryRun: false, publish: false };

// Work begins where a test says so.
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function receive(files: Record<string, string>, options: BatchOptions = REAL) {
  return await receiveBatch("upload", EDITOR, async (reception) => {
    for (const [name, text] of Object.entries(files)) {
      await receiveFile(reception, { name }, bytesOf(text));
    }
    return options;
  });
}

const get = async (id: string) => {
  const batch = await getBatch(id);
  if (!batch) throw new Error("no batch");
  return batch;
};
const itemsOf = async (id: string) =>
  (await listBatchItems(id, { outcome: undefined, page: 1 })).items;
const articlesMade = () => database.article.count({ where: { deletedAt: null } });
const positionsOf = async (id: string) => {
  const rows = await database.batchItem.findMany({
    where: { batchId: id },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  return rows.map(({ position }) => position);
};
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Ends the run once so many items are written. */
async function runUntil(id: string, count: number, then: () => Promise<void> | void) {
  const running = runBatch(id, NEVER);
  while ((await get(id)).done < count) await new Promise((resolve) => setImmediate(resolve));
  await then();
  await running;
}

describe("runBatch", () => {
  it("says of each what became of it, in order, through all files", async () => {
    const [first = "", second = ""] = madeUpArticles(2);
    const told = (JSON.parse(first) as { text: string }).text;
    const later = `Envoys talk on\nBy Ben Reed\n28 February 2025\n\n${told}`;
    const id = await receive({
      "a.jsonl": `${first}\n{"title": broken\n${first}\n`,
      "b.txt": later,
      "c.txt": "A note without anything that names its day, which nobody could publish as it is.",
      "d.jsonl": `${second}\n${madeUpArticles(1)[0]}\n`,
    });
    await runBatch(id, NEVER);
    expect((await itemsOf(id)).map(({ path, outcome }) => [path, outcome])).toEqual([
      ["a.jsonl#1", "imported"],
      ["a.jsonl#2", "failed"],
      ["a.jsonl#3", "known"],
      ["b.txt", "near_duplicate"],
      ["c.txt", "needs_review"],
      ["d.jsonl#1", "imported"],
      ["d.jsonl#2", "imported"],
    ]);
    const batch = await get(id);
    expect(batch).toMatchObject({ state: "done", total: 7, done: 7, made: 5, hasFiles: true });
    const { items } = await listBatchItems(id, { outcome: "failed", page: 1 });
    expect(items[0]?.message).toMatch(/JSON/);
    expect((await itemsOf(id))[3]?.message).toMatch(/^The same text as “Northmark and the/);
  });

  it("goes on after being stopped, with nothing lost or doubled, and removes files then", async () => {
    const before = await articlesMade();
    const id = await receive({ "many.jsonl": madeUpArticles(130).join("\n") });
    const stop = new AbortController();
    const running = runBatch(id, stop.signal);
    while ((await get(id)).done < 50) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await running;
    const { state, done } = await get(id);
    expect(state).toBe("running");
    expect(done).toBeLessThan(130);
    await runBatch(id, NEVER);
    expect(await get(id)).toMatchObject({ state: "done", done: 130 });
    expect(await positionsOf(id)).toEqual(upTo(130));
    expect((await articlesMade()) - before).toBe(130);
    await tidyBatches();
    expect((await get(id)).hasFiles).toBe(false);
  });

  it("is done by one of two that begin at once, and by a second once the first is dead", async () => {
    const before = await articlesMade();
    const id = await receive({ "two.jsonl": madeUpArticles(120).join("\n") });
    await Promise.all([runBatch(id, NEVER), runBatch(id, NEVER)]);
    expect(await positionsOf(id)).toEqual(upTo(120));
    expect((await articlesMade()) - before).toBe(120);

    const dead = await receive({ "dead.jsonl": madeUpArticles(1).join("\n") });
    await database.batch.update({
      where: { id: dead },
      data: {
        state: "running",
        leaseToken: randomUUID(),
        leaseUntil: new Date(Date.now() + 3_600_000),
        leaseSession: "1@2",
      },
    });
    await runBatch(dead, NEVER);
    expect((await get(dead)).state).toBe("done");
  });

  it("writes nothing more once another has taken it over", async () => {
    const before = await articlesMade();
    const id = await receive({ "lost.jsonl": madeUpArticles(150).join("\n") });
    await runUntil(id, 50, async () => {
      await database.batch.update({ where: { id }, data: { leaseToken: randomUUID() } });
    });
    const { done, state } = await get(id);
    expect(done).toBeLessThan(150);
    expect(state).toBe("running");
    expect((await articlesMade()) - before).toBe(done);
  });

  it("pauses, resumes and is cancelled", async () => {
    const id = await receive({ "paused.jsonl": madeUpArticles(250).join("\n") });
    await runUntil(id, 50, () => pauseBatch(id, EDITOR));
    const paused = await get(id);
    expect(paused.state).toBe("paused");
    expect(paused.done).toBeLessThan(250);
    await runBatch(id, NEVER);
    expect((await get(id)).done).toBe(paused.done);
    await resumeBatch(id, EDITOR);
    await runUntil(id, paused.done + 1, () => cancelBatch(id, EDITOR));
    const { state, made } = await get(id);
    expect(state).toBe("cancelled");
    expect(made).toBeGreaterThan(paused.done);
    await expect(pauseBatch(id, EDITOR)).rejects.toMatchObject({ code: "conflict" });
  });

  it("takes back all that it made but what was edited since, and that too where asked", async () => {
    const before = await articlesMade();
    const [first = "", ...more] = madeUpArticles(120);
    const id = await receive({ "undone.jsonl": [first, first, ...more].join("\n") });
    await runBatch(id, NEVER);
    const edited = (await itemsOf(id))[2]?.articleId as string;
    await saveArticle(edited, { summary: "Seen." }, { baseVersion: 1 }, EDITOR);
    await undoBatch(id, { takeEdited: false }, EDITOR);
    await runBatch(id, NEVER);
    expect(await get(id)).toMatchObject({ state: "undone", made: 120, undone: 119 });
    expect((await articlesMade()) - before).toBe(1);
    const left = await listBatchItems(id, { outcome: "left", page: 1 });
    expect(left.items.map(({ articleId }) => articleId)).toEqual([edited]);
    await undoBatch(id, { takeEdited: true }, EDITOR);
    await runBatch(id, NEVER);
    expect(await articlesMade()).toBe(before);
    const audited = await database.auditEntry.count({
      where: { action: "article.delete", details: { path: ["batch"], equals: id } },
    });
    expect(audited).toBe(120);
  });

  it("tries again one or all of what failed", async () => {
    const broken = '{"title": broken';
    const id = await receive({ "failed.jsonl": [...madeUpArticles(1), broken, broken].join("\n") });
    await runBatch(id, NEVER);
    await tidyBatches();
    // Mended in the file, as by a reader that has learnt to read it.
    const { bytes, sourceId } = await database.batchChunk.findFirstOrThrow({
      where: { source: { batchId: id } },
    });
    const [good = ""] = madeUpArticles(1);
    const mended = Buffer.from(bytes).toString().replace(broken, good);
    await database.batchChunk.updateMany({
      where: { sourceId },
      data: { bytes: new Uint8Array(Buffer.from(mended)) },
    });
    const outcomes = async () => (await itemsOf(id)).map(({ outcome }) => outcome);
    await retryFailed(id, 3, EDITOR);
    await runBatch(id, NEVER);
    expect(await outcomes()).toEqual(["imported", "failed", "failed"]);
    await retryFailed(id, undefined, EDITOR);
    expect(await get(id)).toMatchObject({ state: "queued", done: 1 });
    await runBatch(id, NEVER);
    expect(await outcomes()).toEqual(["imported", "imported", "failed"]);
    expect(await get(id)).toMatchObject({ state: "done", done: 3 });
  });

  it("stores nothing in a dry run, says what would be, and imports when told to", async () => {
    const [first = "", ...more] = madeUpArticles(60);
    const original = await receive({ "first.jsonl": [first, ...madeUpArticles(1)].join("\n") });
    await runBatch(original, NEVER);
    const before = await articlesMade();
    const told = (JSON.parse(first) as { text: string }).text;
    const later = `Envoys talk on\nBy Ben Reed\n28 February 2025\n\n${told}`;
    const files = { "x.jsonl": [first, ...more, more[0]].join("\n"), "y.txt": later };
    const id = await receive(files, { ...REAL, isDryRun: true });
    await runBatch(id, NEVER);
    expect(await articlesMade()).toBe(before);
    const foreseen = await get(id);
    expect(foreseen.counts).toMatchObject({ imported: 59, known: 2, near_duplicate: 1 });
    await importDryRun(id, EDITOR);
    await runBatch(id, NEVER);
    expect((await articlesMade()) - before).toBe(60);
    expect((await get(id)).counts).toEqual(foreseen.counts);
  });

  it("imports all of a dry run that was paused while it was being worked on", async () => {
    const before = await articlesMade();
    const options = { ...REAL, isDryRun: true };
    const id = await receive({ "halted.jsonl": madeUpArticles(150).join("\n") }, options);
    await runUntil(id, 50, async () => {
      await pauseBatch(id, EDITOR);
      await importDryRun(id, EDITOR);
    });
    await runBatch(id, NEVER);
    expect(await positionsOf(id)).toEqual(upTo(150));
    expect((await articlesMade()) - before).toBe(150);
  });

  it("imports no dry run that was cancelled, as its files are gone soon", async () => {
    const files = { "off.jsonl": madeUpArticles(1).join("\n") };
    const id = await receive(files, { ...REAL, isDryRun: true });
    await cancelBatch(id, EDITOR);
    await expect(importDryRun(id, EDITOR)).rejects.toMatchObject({ code: "conflict" });
    expect((await get(id)).state).toBe("cancelled");
  });

  it("receives nothing of what does not come whole", async () => {
    const before = await database.batch.count();
    const cut = receiveBatch("upload", EDITOR, async (reception) => {
      await receiveFile(reception, { name: "cut.jsonl" }, bytesOf("{}"));
      throw new Error("the connection was lost");
    });
    await expect(cut).rejects.toThrow("connection");
    await expect(receive({ "empty.txt": "" })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await database.batch.count()).toBe(before);
  });
});
