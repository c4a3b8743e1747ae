/**
 * Reads and understands articles in a thread beside: it takes as long as all the rest of storing
 * them, and the process goes on meanwhile.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { IncomingOriginal, ReadOriginal } from "#lib/articles/read-for-store.ts";
import { AppError, type ErrorCode } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";

/** Left alone, the engine gives a thread several times as much for what soon is gone. */
const YOUNG_GENERATION_MB = 8;

export type ReadingRequest = { id: number; incoming: IncomingOriginal };
type Failure = { code: ErrorCode; message: string; details: Record<string, unknown> };
export type Reading =
  { read: Omit<ReadOriginal, "bytes"> } | { failure: Failure } | { fault: unknown };
export type ReadingAnswer = { id: number; reading: Reading };

export type ReadingThread = {
  /** As `readForStore`, by the gazetteer that the thread was opened with. */
  read(incoming: IncomingOriginal): Promise<ReadOriginal | AppError>;
  close(): Promise<void>;
};

type Waiting = {
  bytes: Uint8Array;
  resolve(read: ReadOriginal | AppError): void;
  reject(fault: unknown): void;
};

/** Whoever opens it closes it. What it is asked after it has ended by itself rejects. */
export function openReadingThread(gazetteer: Gazetteer): ReadingThread {
  const thread = new Worker(new URL("./reading-thread-program.ts", import.meta.url), {
    workerData: gazetteer,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: unknown = null;
  const end = (fault: unknown) => {
    ended ??= fault;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  thread.on("error", end);
  thread.on("exit", () => end(new AppError("internal", "The thread that reads articles ended.")));
  thread.on("message", (answer: ReadingAnswer) => {
    const each = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (each) settle(each, answer.reading);
  });
  return {
    read(incoming) {
      if (ended) return Promise.reject(ended);
      // A copy of its own: it may be a piece of a large buffer, which would go along whole.
      const bytes = Uint8Array.from(incoming.bytes);
      const request: ReadingRequest = { id: ++asked, incoming: { ...incoming, bytes } };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { bytes: incoming.bytes, resolve, reject });
        thread.postMessage(request, [bytes.buffer]);
      });
    },
    async close() {
      const exited = once(thread, "exit");
      await thread.terminate();
      await exited.catch(() => undefined);
    },
  };
}

function settle({ bytes, resolve, reject }: Waiting, reading: Reading): void {
  if ("fault" in reading) reject(reading.fault);
  else if ("read" in reading) resolve({ ...reading.read, bytes });
  else {
    const { code, message, details } = reading.failure;
    resolve(new AppError(code, message, { details }));
  }
}
