import { z } from "zod";
import { batchIdSchema } from "#lib/batches/schema.ts";
import { defineJob } from "#lib/jobs/job.ts";
import { sendJob } from "#lib/jobs/send.ts";
import { log } from "#lib/log.ts";

/** A batch may take all day; after that it is begun again where it was. */
const LONGEST_RUN_SECONDS = 24 * 60 * 60;

/** Goes on with a batch. What fails is found again by its state, so nothing is tried again here. */
export const runBatchJob = defineJob({
  name: "batch.run",
  data: z.object({ batchId: batchIdSchema }),
  keyOf: ({ batchId }) => batchId,
  retries: 0,
  timeoutSeconds: LONGEST_RUN_SECONDS,
});

/** Removes the bytes of files that nobody needs any more. */
export const tidyBatchesJob = defineJob({
  name: "batch.tidy",
  data: z.object({}),
  keyOf: () => "all",
});

/** Has a worker look at a batch now. Where that fails, a worker finds it by itself in seconds. */
export async function wakeWorker(batchId: string): Promise<void> {
  await sendJob(runBatchJob, { batchId }).catch((error: unknown) =>
    log.warn({ err: error, batchId }, "could not tell a worker of a batch"),
  );
}
