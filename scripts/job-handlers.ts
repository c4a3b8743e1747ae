import { z } from "zod";
import { purgeDeletedArticles } from "#lib/articles/mutations-purge.ts";
import { runBatchJob, tidyBatchesJob } from "#lib/batches/job.ts";
import { listUnattended } from "#lib/batches/mutations-lease.ts";
import { tidyBatches } from "#lib/batches/mutations-run.ts";
import { runBatch } from "#lib/batches/run-batch.ts";
import { purgeRemovedColumns } from "#lib/columns/mutations.ts";
import { purgeDeletedEvents } from "#lib/events/mutations-bin.ts";
import { weighAllEventsJob, weighEventsJob } from "#lib/events/job.ts";
import {
  isWeighingDue,
  markAllEvents,
  weighMarkedEvents,
} from "#lib/events/mutations-importance.ts";
import { pollFeedJob } from "#lib/feeds/job.ts";
import { purgeRemovedFeeds } from "#lib/feeds/mutations.ts";
import { listDueFeeds } from "#lib/feeds/mutations-lease.ts";
import { pollFeed } from "#lib/feeds/poll-feed.ts";
import { isGroupingDue } from "#lib/happenings/data-pending.ts";
import { suggestEventsJob } from "#lib/happenings/job.ts";
import { suggestEvents } from "#lib/happenings/mutations-suggest.ts";
import { defineJob, handleJob, type JobHandler } from "#lib/jobs/job.ts";
import { scheduleJob, sendJob } from "#lib/jobs/send.ts";
import { sendAlertJob } from "#lib/saved-searches/job.ts";
import { purgeAlerts } from "#lib/saved-searches/mutations-alerts.ts";
import { purgeDeletedSearches, purgeUnopenedSearches } from "#lib/saved-searches/mutations.ts";
import { listAlertsToSend, sendAlert } from "#lib/saved-searches/send-alert.ts";
import { cleanSegments, isIndexingDue, indexPending } from "#lib/search/mutations-index.ts";
import { indexJob } from "#lib/search/job.ts";
import { understandJob } from "#lib/understanding/job.ts";
import { listUnattended as listUnattendedRuns } from "#lib/understanding/mutations-lease.ts";
import { runUnderstanding } from "#lib/understanding/run-understanding.ts";
import { startWorker, type RunningWorker } from "#lib/jobs/worker.ts";

/** At a quarter past three in the night, when few read. */
const EVERY_NIGHT = "15 3 * * *";

/** Ends for good what has been in the bin for its time. */
const purgeBinJob = defineJob({ name: "bin.purge", data: z.object({}), keyOf: () => "all" });

const ARCHIVE = { userId: null, agent: "system" };

/** Everything that the archive does in the background. */
const HANDLERS: readonly JobHandler[] = [
  handleJob(runBatchJob, ({ batchId }, signal) => runBatch(batchId, signal), {
    listDue: listUnattended,
  }),
  handleJob(tidyBatchesJob, () => tidyBatches()),
  handleJob(pollFeedJob, ({ feedId }, signal) => pollFeed(feedId, signal), {
    listDue: () => listDueFeeds(),
  }),
  handleJob(understandJob, ({ runId }, signal) => runUnderstanding(runId, signal), {
    listDue: listUnattendedRuns,
  }),
  handleJob(indexJob, async (_, signal) => void (await indexPending(signal)), {
    listDue: async () => ((await isIndexingDue()) ? [{}] : []),
  }),
  handleJob(weighEventsJob, async (_, signal) => void (await weighMarkedEvents(signal)), {
    listDue: async () => ((await isWeighingDue()) ? [{}] : []),
  }),
  handleJob(weighAllEventsJob, () => markAllEvents()),
  handleJob(suggestEventsJob, async (_, signal) => void (await suggestEvents(ARCHIVE, signal)), {
    listDue: async () => ((await isGroupingDue()) ? [{}] : []),
  }),
  handleJob(sendAlertJob, ({ searchId }, signal) => sendAlert(searchId, signal), {
    listDue: listAlertsToSend,
  }),
  handleJob(purgeBinJob, async () => {
    await purgeDeletedArticles();
    await purgeDeletedEvents();
    await cleanSegments();
    await purgeRemovedFeeds();
    await purgeRemovedColumns();
    await purgeDeletedSearches();
    await purgeUnopenedSearches();
    await purgeAlerts();
  }),
];

/** Does in this process, until it is stopped, what the archive has to do in the background. */
export async function startWorkerOfArchive(): Promise<RunningWorker> {
  const worker = await startWorker(HANDLERS);
  for (const job of [tidyBatchesJob, purgeBinJob, weighAllEventsJob, suggestEventsJob]) {
    await scheduleJob(job, EVERY_NIGHT, {});
    await sendJob(job, {});
  }
  return worker;
}
