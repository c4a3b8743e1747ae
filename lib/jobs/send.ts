import type { Job } from "#lib/jobs/job.ts";
import { ensureQueue } from "#lib/jobs/boss.ts";
import { log } from "#lib/log.ts";

const AT_ONCE = 0;

/**
 * Has a job done in the background by whichever worker is free. Where one of the same key waits
 * already, that one is changed to this instead.
 */
export async function sendJob<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
  const boss = await ensureQueue(job);
  await boss.upsert(job.name, data, { singletonKey: job.keyOf(data), startAfter: AT_ONCE });
}

/**
 * As `sendJob`, for what the archive's tables name as due as well: where sending fails, a worker finds
 * it there by itself, so that the caller's work is done all the same.
 */
export async function wakeWorker<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
  await sendJob(job, data).catch((error: unknown) =>
    log.warn({ err: error, job: job.name, data }, "could not tell a worker what is to be done"),
  );
}

/**
 * Has a job sent again and again, at the times of a cron expression in universal time, whether or not
 * a worker runs when it is set. The same name and key again changes it. What was missed while
 * nothing ran is made up for once.
 */
export async function scheduleJob<Data extends object>(
  job: Job<Data>,
  cron: string,
  data: Data,
): Promise<void> {
  const boss = await ensureQueue(job);
  const key = job.keyOf(data);
  await boss.schedule(job.name, cron, data, { key, singletonKey: key, missed: "once" });
}
