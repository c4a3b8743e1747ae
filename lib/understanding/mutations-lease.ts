import { database } from "#lib/db/client.ts";
import { isHeld, LEASE_SECONDS, LeaseLost } from "#lib/db/session-mark.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { proposalSchema } from "#lib/understanding/schema.ts";
import type { Proposal, RunState } from "#lib/understanding/types.ts";

/** A run that this process works on; nobody else does while it holds. */
export type Run = {
  id: string;
  token: string;
  isDryRun: boolean;
  proposal: Proposal | null;
  /** SHA-256 of the definitions that it went by so far. */
  definitions: string | null;
  /** The last article gone through. */
  position: string | null;
  actor: Actor;
};

type RunRow = Omit<Run, "token" | "actor" | "proposal"> & {
  proposal: unknown;
  createdById: string | null;
  agent: string;
};

type Held = Pick<Run, "id" | "token">;

/**
 * Takes a run that is to be worked on, if nobody has it: its holder's session of the database has
 * ended, or it was silent for too long. Null: there is nothing to do.
 */
export async function takeRun(id: string, session: string): Promise<Run | null> {
  const token = crypto.randomUUID();
  const [row] = await database.$queryRaw<RunRow[]>`
    UPDATE understanding_runs SET
      state = 'running', lease_token = ${token}::uuid, lease_session = ${session},
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
      stretch_began_at = now(), stretch_began_with = done
    WHERE id = ${id}::uuid AND state IN ('queued', 'running')
      AND NOT ${isHeld("understanding_runs")}
    RETURNING id, is_dry_run AS "isDryRun", proposal, definitions, position,
      created_by_id AS "createdById", agent`;
  if (!row) return null;
  const { createdById, agent, proposal, ...run } = row;
  return {
    ...{ ...run, token },
    proposal: proposal === null ? null : proposalSchema.parse(proposal),
    actor: { userId: createdById, agent },
  };
}

/** The run that is to be worked on and that nobody has, if there is one. */
export async function listUnattended(): Promise<{ runId: string }[]> {
  return await database.$queryRaw<{ runId: string }[]>`
    SELECT id AS "runId" FROM understanding_runs
    WHERE state IN ('queued', 'running') AND NOT ${isHeld("understanding_runs")}`;
}

/**
 * Holds on to a run, and says what state it has been given meanwhile. In a transaction nobody can
 * take it over, pause or end it before that ends. Throws `LeaseLost`.
 */
export async function renewLease(
  { id, token }: Held,
  tx: Transaction = database,
): Promise<RunState> {
  const [row] = await tx.$queryRaw<{ state: RunState }[]>`
    UPDATE understanding_runs SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id}::uuid AND lease_token = ${token}::uuid
    RETURNING state::text AS state`;
  if (!row) throw new LeaseLost();
  return row.state;
}

/** Lets go of a run, so that whoever comes next need not wait. */
export async function releaseLease({ id, token }: Held): Promise<void> {
  await database.understandingRun.updateMany({
    where: { id, leaseToken: token },
    data: { leaseToken: null, leaseUntil: null, leaseSession: null },
  });
}
