import type { JobHandler } from "#lib/jobs/job.ts";
import { startWorker, type RunningWorker } from "#lib/jobs/worker.ts";

/** Everything that the archive does in the background. */
const HANDLERS: readonly JobHandler[] = [];

/** Does in this process, until it is stopped, what the archive has to do in the background. */
export function startWorkerOfArchive(): Promise<RunningWorker> {
  return startWorker(HANDLERS);
}
