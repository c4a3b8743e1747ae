import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";

/** Asks for a confirmation, or mails what is new. What fails is noted with the alert and due again. */
export const sendAlertJob = defineJob({
  name: "alert.send",
  data: z.object({ searchId: z.uuid() }),
  keyOf: ({ searchId }) => searchId,
  retries: 0,
  timeoutSeconds: 5 * 60,
});
