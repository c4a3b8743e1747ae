import { database } from "#lib/db/client.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { BatchState, BatchWay } from "#lib/batches/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { isHeld, LEASE_SECONDS, LeaseLost } from "#lib/db/session-mark.ts";

/** A batch that this process works on; nobody else does while it holds. */
export type BatchRun = {
  id: string;
  token: string;
  state: BatchState;
  receivedVia: BatchWay;
  capturedOn: string | undefined;
  isDryRun: boolean;
  publish: boolean;
  undoEdited: boolean;
  total: number | null;
  position: number;
  actor: Actor;
};

type RunRow = Omit<BatchRun, "token" | "actor" | "capturedOn"> & {
  capturedOn: Date | null;
  createdById: string | null;
  agent: string;
};

/**
 * Takes a batch that is to be worked on, if nobody has it: its holder's session of the database has
 * ended, or it was silent for too long. Null: there is nothing to do.
 */
export async function takeBatch(id: string, session: string): Promise<BatchRun | null> {
  const token = crypto.randomUUID();
  const [row] = await database.$queryRaw<RunRow[]>`
    UPDATE batches SET
      state = CASE state WHEN 'queued' THEN 'running' ELSE state END,
      lease_token = ${token}::uuid, lease_session = ${session},
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
      stretch_began_at = now(), stretch_began_with = CASE state
        WHEN 'undoing' THEN (SELECT count(undone_at) FROM batch_items WHERE batch_id = batches.id)
        ELSE position - (SELECT count(*) FROM batch_items
                         WHERE batch_id = batches.id AND outcome = 'waiting') END
    WHERE id = ${id}::uuid AND state IN ('queued', 'running', 'undoing') AND NOT ${isHeld("batches")}
    RETURNING id, state::text AS state, received_via::text AS "receivedVia",
      captured_on AS "capturedOn", is_dry_run AS "isDryRun", publish,
      undo_edited AS "undoEdited", total, position, created_by_id AS "createdById", agent`;
  if (!row) return null;
  const { createdById, agent, capturedOn, ...run } = row;
  return {
    ...run,
    token,
    capturedOn: capturedOn ? toCalendarDay(capturedOn) : undefined,
    actor: { userId: createdById, agent },
  };
}

/** Batches that are to be worked on and that nobody has. */
export async function listUnattended(): Promise<{ batchId: string }[]> {
  return await database.$queryRaw<{ batchId: string }[]>`
    SELECT id AS "batchId" FROM batches
    WHERE state IN ('queued', 'running', 'undoing') AND NOT ${isHeld("batches")}
    ORDER BY created_at`;
}

/**
 * Holds on to a batch, and says what state it has been given meanwhile. In a transaction nobody can
 * take it over before that ends: what is written in it is written once. Throws `LeaseLost`.
 */
export async function renewLease(
  { id, token }: Pick<BatchRun, "id" | "token">,
  tx: Transaction = database,
  position = 0,
): Promise<BatchState> {
  const [row] = await tx.$queryRaw<{ state: BatchState }[]>`
    UPDATE batches SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
      position = greatest(position, ${position}::int)
    WHERE id = ${id}::uuid AND lease_token = ${token}::uuid
    RETURNING state::text AS state`;
  if (!row) throw new LeaseLost();
  return row.state;
}

/** Lets go of a batch, so that whoever comes next need not wait. */
export async function releaseLease({ id, token }: Pick<BatchRun, "id" | "token">): Promise<void> {
  await database.batch.updateMany({
    where: { id, leaseToken: token },
    data: { leaseToken: null, leaseUntil: null, leaseSession: null },
  });
}
