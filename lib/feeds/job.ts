import { z } from "zod";
import { feedIdSchema } from "#lib/feeds/schema.ts";
import { defineJob } from "#lib/jobs/job.ts";
import { sendJob } from "#lib/jobs/send.ts";
import { log } from "#lib/log.ts";

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

/** Has a worker look at a feed now. Where that fails, a worker finds it by itself in seconds. */
export async function wakePoller(feedId: string): Promise<void> {
  await sendJob(pollFeedJob, { feedId }).catch((error: unknown) =>
    log.warn({ err: error, feedId }, "could not tell a worker of a feed"),
  );
}
