import { z } from "zod";
import { batchIdSchema } from "#lib/batches/schema.ts";
import { defineJob } from "#lib/jobs/job.ts";

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
