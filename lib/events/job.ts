import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";

/** Computes anew the importance of the events that something has changed about. */
export const weighEventsJob = defineJob({
  name: "events.weigh",
  data: z.object({}),
  keyOf: () => "all",
});

/** The same of all events, for what nothing tells of. */
export const weighAllEventsJob = defineJob({
  name: "events.weigh-all",
  data: z.object({}),
  keyOf: () => "all",
});
