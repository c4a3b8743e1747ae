/** Long work that one worker has at a time, whoever did it until then: a batch, a run over the archive. */
import { LeaseLost, openSession } from "#lib/db/session-mark.ts";
import { isDatabaseAway, toAppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const RENEW_EVERY_MS = 3_000;

export type LeasedWork<Run> = {
  /** What the log calls it. */
  name: string;
  /** Takes it, in the name of a session of the database; null where another has it, or it is done. */
  take(session: string): Promise<Run | null>;
  /** Holds on to it; false once somebody has paused or ended it. Throws `LeaseLost`. */
  renew(run: Run): Promise<boolean>;
  release(run: Run): Promise<void>;
  /** Until it is done, or `ended` is aborted. Throws `LeaseLost` where another has taken over. */
  work(run: Run, ended: AbortSignal): Promise<void>;
  /** Pauses it, and keeps why. */
  stop(run: Run, problem: string): Promise<void>;
};

/**
 * Works until all is done, somebody pauses or cancels it, or `signal` is aborted; nothing happens
 * where another worker has it. A fault of ours pauses the work, which then says why; where the
 * database is away it throws, and the work is taken up again later.
 */
export async function doLeasedWork<Run>(
  leased: LeasedWork<Run>,
  signal: AbortSignal,
): Promise<void> {
  const session = await openSession();
  try {
    const run = await leased.take(session.mark);
    if (run !== null) await workOn(leased, run, signal);
  } finally {
    await session.close();
  }
}

async function workOn<Run>(leased: LeasedWork<Run>, run: Run, signal: AbortSignal): Promise<void> {
  const lease = keepLease(leased, run, signal);
  try {
    await leased.work(run, lease.ended);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    if (isDatabaseAway(error)) throw error;
    log.error({ err: error }, `${leased.name} failed`);
    await leased.stop(run, toAppError(error).message);
  } finally {
    lease.stop();
    await leased.release(run).catch(() => undefined);
  }
}

/** Renews a lease until `stop`; `ended` is aborted with `signal`, or once there is no more to do. */
function keepLease<Run>(
  { renew }: LeasedWork<Run>,
  run: Run,
  signal: AbortSignal,
): { ended: AbortSignal; stop(): void } {
  const ended = new AbortController();
  const hold = () =>
    renew(run).then(
      (isToGoOn) => isToGoOn || ended.abort(),
      (error: unknown) => error instanceof LeaseLost && ended.abort(),
    );
  const timer = setInterval(hold, RENEW_EVERY_MS);
  return { ended: AbortSignal.any([signal, ended.signal]), stop: () => clearInterval(timer) };
}
