import { z } from "zod";
import { feedIdSchema } from "#lib/feeds/schema.ts";
import { defineJob } from "#lib/jobs/job.ts";

/** Many pages are fetched one after the other, with pauses; what is left then is done at the next poll. */
const LONGEST_POLL_SECONDS = 60 * 60;

/** Polls a feed. What fails is noted with the feed and is due again by its schedule. */
export const pollFeedJob = defineJob({
  name: "feed.poll",
  data: z.object({ feedId: feedIdSchema }),
  keyOf: ({ feedId }) => feedId,
  retries: 0,
  timeoutSeconds: LONGEST_POLL_SECONDS,
});
