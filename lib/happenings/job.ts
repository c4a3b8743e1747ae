import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";

/** Looks through new articles for events to suggest. */
export const suggestEventsJob = defineJob({
  name: "events.suggest",
  data: z.object({}),
  keyOf: () => "all",
  timeoutSeconds: 6 * 60 * 60,
});
