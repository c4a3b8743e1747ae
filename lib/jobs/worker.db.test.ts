import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { closeQueues } from "#lib/jobs/boss.ts";
import { defineJob, handleJob } from "#lib/jobs/job.ts";
import { sendJob } from "#lib/jobs/send.ts";
import { startWorker, type RunningWorker } from "#lib/jobs/worker.ts";

const greet = defineJob({
  name: "test.greet",
  data: z.object({ name: z.string(), word: z.string() }),
  keyOf: ({ name }) => name,
  retries: 1,
});

let worker: RunningWorker | undefined;

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await closeQueues();
});

/** A handler that notes what it did, and a promise of its having done so many. */
function noting(count: number, work: () => Promise<void> = async () => undefined) {
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const handler = handleJob(greet, async ({ name, word }) => {
    done.push(`${word} ${name}`);
    if (done.length === count) resolve();
    await work();
  });
  return { done, all: promise, handler };
}

describe("startWorker", () => {
  it("does what was sent before it began and what is sent after", async () => {
    const { done, all, handler } = noting(2);
    await sendJob(greet, { name: "Ada", word: "Hello" });
    worker = await startWorker([handler]);
    await sendJob(greet, { name: "Ben", word: "Hello" });
    await all;
    expect(done.sort()).toEqual(["Hello Ada", "Hello Ben"]);
  });

  it("does once what was sent twice under one key, as it was sent last", async () => {
    const { done, all, handler } = noting(1);
    await sendJob(greet, { name: "Ada", word: "Before" });
    await sendJob(greet, { name: "Ada", word: "Now" });
    worker = await startWorker([handler]);
    await all;
    await worker.stop();
    expect(done).toEqual(["Now Ada"]);
  });

  it("tries again what failed", async () => {
    let failures = 0;
    const { done, all, handler } = noting(2, async () => {
      if (failures++ === 0) throw new Error("the first time");
    });
    worker = await startWorker([handler]);
    await sendJob(greet, { name: "Ada", word: "Hello" });
    await all;
    expect(done).toEqual(["Hello Ada", "Hello Ada"]);
  });

  it("finds by itself what is due, and tells what is under way to end when it stops", async () => {
    const { promise: isUnderWay, resolve: begin } = Promise.withResolvers<void>();
    let ended = "not";
    let isDue = true;
    const listDue = async () => (isDue ? [{ name: "Ada", word: "Due" }] : []);
    const work = async (_data: object, signal: AbortSignal) => {
      isDue = false;
      begin();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      ended = "in order";
    };
    worker = await startWorker([handleJob(greet, work, { listDue })]);
    await isUnderWay;
    await worker.stop();
    expect(ended).toBe("in order");
  });
});
