/** What runs in the thread of `openReadingThread`: one article after the other, as they are asked. */
import { parentPort, workerData } from "node:worker_threads";
import { readForStore, type ReadOriginal } from "#lib/articles/read-for-store.ts";
import type { Reading, ReadingAnswer, ReadingRequest } from "#lib/articles/reading-thread.ts";
import { AppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";

parentPort?.on("message", async ({ id, incoming }: ReadingRequest) => {
  parentPort?.postMessage({ id, reading: await read(incoming) } satisfies ReadingAnswer);
});

async function read(incoming: ReadingRequest["incoming"]): Promise<Reading> {
  try {
    const read = await readForStore(incoming, workerData as Gazetteer);
    if (!(read instanceof AppError)) return { read: withoutBytes(read) };
    const { code, message, details } = read;
    return { failure: { code, message, details } };
  } catch (fault) {
    return { fault };
  }
}

/** Whoever asked has them. */
function withoutBytes({ bytes: _bytes, ...read }: ReadOriginal) {
  return read;
}
