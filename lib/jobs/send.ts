import type { Job } from "#lib/jobs/job.ts";
import { ensureQueue } from "#lib/jobs/boss.ts";

type SendOptions = {
  /** When it is to be done; at once where nothing is said. */
  startAfter?: Date;
};

/**
 * Has a job done in the background by whichever worker is free. Where one of the same key waits
 * already, that one is changed to this instead, also to its time.
 */
export async function sendJob<Data extends object>(
  job: Job<Data>,
  data: Data,
  { startAfter }: SendOptions = {},
): Promise<void> {
  const boss = await ensureQueue(job);
  await boss.upsert(job.name, data, { singletonKey: job.keyOf(data), startAfter: startAfter ?? 0 });
}

/** Takes a job of this key back that still waits; nothing happens where none does. */
export async function cancelJob<Data extends object>(job: Job<Data>, key: string): Promise<void> {
  const boss = await ensureQueue(job);
  const waiting = await boss.findJobs(job.name, { key, queued: true });
  if (waiting.length === 0) return;
  await boss.deleteJob(
    job.name,
    waiting.map(({ id }) => id),
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

/** Ends a schedule; what it has sent already is still done. */
export async function unscheduleJob<Data extends object>(
  job: Job<Data>,
  key: string,
): Promise<void> {
  const boss = await ensureQueue(job);
  await boss.unschedule(job.name, key);
}
