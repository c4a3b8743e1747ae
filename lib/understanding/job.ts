import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";
import { runIdSchema } from "#lib/understanding/schema.ts";

/** A run may take all day; after that it is gone on with where it was. */
const LONGEST_RUN_SECONDS = 24 * 60 * 60;

/** Goes on with a run. What fails is found again by its state, so nothing is tried again here. */
export const understandJob = defineJob({
  name: "understanding.run",
  data: z.object({ runId: runIdSchema }),
  keyOf: ({ runId }) => runId,
  retries: 0,
  timeoutSeconds: LONGEST_RUN_SECONDS,
});
