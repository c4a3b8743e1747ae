import type { z } from "zod";
import { sendJob } from "#lib/jobs/send.ts";

/** A kind of work that is done in the background. */
export type Job<Data extends object> = {
  /** `batch.run`: letters, digits, hyphens and full stops. */
  name: string;
  data: z.ZodType<Data>;
  /** What the work is about: of the same name and key, one waits at most. */
  keyOf(data: Data): string;
  /** How often it is tried again, with longer and longer pauses, after it has thrown. */
  retries: number;
  /** How long one try may take before its signal is aborted; a day at most. */
  timeoutSeconds: number;
};

/** Does one; ends soon where `signal` is aborted, as it is when the worker stops. */
type Work<Data extends object> = (data: Data, signal: AbortSignal) => Promise<void>;

export type JobHandler = {
  name: string;
  job: Omit<Job<object>, "data" | "keyOf">;
  /** Checks the data against the job's schema first. */
  work(data: unknown, signal: AbortSignal): Promise<void>;
  /** Sends what is due by the archive's own tables; at start and every few seconds. */
  sendDue?(): Promise<void>;
};

type HandlerOptions<Data extends object> = {
  /**
   * What is to be done by the archive's own tables, which are the truth: a job that was lost, or was
   * held by a worker that was killed, is sent again from here. To send one that waits already is no
   * harm; to list one that is being done is, so leave those out.
   */
  listDue?(): Promise<readonly Data[]>;
};

/** Declares a kind of work, with defaults for what is short and may be tried again. */
export function defineJob<Data extends object>(
  job: Pick<Job<Data>, "name" | "data" | "keyOf"> & Partial<Job<Data>>,
): Job<Data> {
  return { retries: 3, timeoutSeconds: 15 * 60, ...job };
}

/** Who does a kind of work: given to `startWorker`. */
export function handleJob<Data extends object>(
  job: Job<Data>,
  work: Work<Data>,
  { listDue }: HandlerOptions<Data> = {},
): JobHandler {
  const { name, retries, timeoutSeconds } = job;
  return {
    name,
    job: { name, retries, timeoutSeconds },
    work: (data, signal) => work(job.data.parse(data), signal),
    ...(listDue && {
      async sendDue() {
        for (const data of await listDue()) await sendJob(job, data);
      },
    }),
  };
}
