import { PgBoss, type ConstructorOptions } from "pg-boss";
import type { Job } from "#lib/jobs/job.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** Made and kept up to date by pg-boss itself; Prisma's schema knows nothing of it. */
const SCHEMA = "pgboss";
const CONNECTIONS_TO_SEND = 2;
/** What failed for good is kept so long for those who look why. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;
const RETRY_DELAY_SECONDS = 2;
const LONGEST_RETRY_DELAY_SECONDS = 15 * 60;

type Queues = { boss: PgBoss; ready: Map<string, Promise<void>> };

// Next loads this module once per bundle; the process keeps one connection to the queues.
const holder = globalThis as typeof globalThis & { archiveJobs?: Promise<Queues> };

/** Opens pg-boss; it makes its tables where they are missing. The caller stops it. */
export async function openBoss(options: ConstructorOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: requireDatabaseUrl(),
    schema: SCHEMA,
    openTelemetry: { enabled: false },
    ...options,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the job queue had a fault"));
  boss.on("warning", (warning) => log.warn({ warning }, "the job queue warns"));
  return boss.start();
}

/** The queues of this process: a worker's, or else opened to send only. */
function getQueues(): Promise<Queues> {
  return (holder.archiveJobs ??= openToSend());
}

async function openToSend(): Promise<Queues> {
  try {
    const boss = await openBoss({
      max: CONNECTIONS_TO_SEND,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    return { boss, ready: new Map() };
  } catch (error) {
    holder.archiveJobs = undefined;
    throw error;
  }
}

/** Lets what is sent in this process from now on go through this pg-boss. */
export function shareBoss(boss: PgBoss): void {
  holder.archiveJobs = Promise.resolve({ boss, ready: new Map() });
}

/** Closes the connections of this process to the queues; none are needed to send nothing. */
export async function closeQueues(): Promise<void> {
  const queues = holder.archiveJobs;
  holder.archiveJobs = undefined;
  await (await queues)?.boss.stop({ graceful: false });
}

/** Makes a job's queue, or brings its settings up to date, once in a process. */
export async function ensureQueue(job: Pick<Job<object>, "name" | "retries" | "timeoutSeconds">) {
  const { boss, ready } = await getQueues();
  if (!ready.has(job.name)) ready.set(job.name, makeQueue(boss, job));
  await ready.get(job.name);
  return boss;
}

async function makeQueue(
  boss: PgBoss,
  { name, retries, timeoutSeconds }: Parameters<typeof ensureQueue>[0],
): Promise<void> {
  const settings = {
    retryLimit: retries,
    retryDelay: RETRY_DELAY_SECONDS,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_DELAY_SECONDS,
    expireInSeconds: timeoutSeconds,
    deleteAfterSeconds: KEPT_SECONDS,
    notify: true,
  };
  // "short": of one key one waits, however many are being done.
  await boss.createQueue(name, { policy: "short", ...settings });
  await boss.updateQueue(name, settings);
}
