import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";

/** Puts new articles into the search's index. */
export const indexJob = defineJob({
  name: "search.index",
  data: z.object({}),
  keyOf: () => "all",
  timeoutSeconds: 6 * 60 * 60,
});
