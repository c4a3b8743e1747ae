import type { PgBoss } from "pg-boss";
import { closeQueues, ensureQueue, openBoss, shareBoss } from "#lib/jobs/boss.ts";
import type { JobHandler } from "#lib/jobs/job.ts";
import { log } from "#lib/log.ts";

const CONNECTIONS_TO_WORK = 4;
/** Of each kind of work. */
const DONE_AT_ONCE = 2;
const CHECK_EVERY_MS = 5_000;
/** A notice tells of new jobs at once; but none of those whose time has come, nor behind PgBouncer. */
const POLL_SECONDS = 2;
/** What is under way when the worker stops gets so long to come to a good place. */
const STOP_TIMEOUT_MS = 20_000;

export type RunningWorker = { stop(): Promise<void> };

/**
 * Does jobs in this process until it is stopped; any number of processes may. Every few seconds each
 * handler is also asked what is due by the archive's tables, so that nothing depends on a message
 * that a `kill -9` may have taken along. `stop` aborts the signals of the jobs under way and waits for
 * them, 20 s at most.
 */
export async function startWorker(handlers: readonly JobHandler[]): Promise<RunningWorker> {
  await closeQueues();
  const boss = await openBoss({ max: CONNECTIONS_TO_WORK, useListenNotify: true });
  shareBoss(boss);
  const stopping = new AbortController();
  for (const handler of handlers) await listen(boss, handler, stopping.signal);
  const checks = checkAgainAndAgain(handlers, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await checks;
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
      await closeQueues();
    },
  };
}

async function listen(boss: PgBoss, handler: JobHandler, stopping: AbortSignal): Promise<void> {
  const { name, job, work } = handler;
  await ensureQueue(job);
  const options = {
    localConcurrency: DONE_AT_ONCE,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
  };
  await boss.work<unknown>(name, options, async ([received]) => {
    if (!received || stopping.aborted) return;
    try {
      await work(received.data, AbortSignal.any([stopping, received.signal]));
    } catch (error) {
      log.error({ err: error, job: name, id: received.id }, "a background job failed");
      throw error;
    }
  });
}

async function checkAgainAndAgain(
  handlers: readonly JobHandler[],
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    for (const { name, sendDue } of handlers) {
      await sendDue?.().catch((error: unknown) => {
        log.warn({ err: error, job: name }, "could not look for what is due");
      });
    }
    await untilAborted(stopping, CHECK_EVERY_MS);
  }
}

function untilAborted(signal: AbortSignal, longestMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, longestMs);
    signal.addEventListener("abort", end);
  });
}
