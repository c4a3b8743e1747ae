import pg from "pg";
import { Prisma } from "#lib/db/generated/client.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** Made of number and start of a session; no other session ever has it. */
const MARK = "pid || '@' || extract(epoch FROM backend_start)";

/** How long a worker may be silent before another takes over, where its session does not tell. */
export const LEASE_SECONDS = 15;

/** Another worker has taken over what this one held, or nobody is to have it: nothing was written. */
export class LeaseLost extends Error {}

/** Whether a row of `table` is held: its holder's session lives, and it was not silent for too long. */
export function isHeld(
  table: "batches" | "feeds" | "search_alerts" | "understanding_runs" | "held",
): Prisma.Sql {
  const lease = (column: string) => Prisma.raw(`${table}.lease_${column}`);
  return Prisma.sql`(
    ${lease("token")} IS NOT NULL AND ${lease("until")} > now() AND EXISTS (
      SELECT 1 FROM pg_stat_activity WHERE ${Prisma.raw(MARK)} = ${lease("session")}))`;
}

export type DatabaseSession = {
  /** As `pg_stat_activity` lists it while the session lives. */
  mark: string;
  close(): Promise<void>;
};

/**
 * Opens a session of the database that lives as long as this process, whose end the server notices at
 * once, also after `kill -9`: a sign of life that needs no clock. Behind PgBouncer it outlives the
 * process, so that a lease needs its time limit besides.
 */
export async function openSession(): Promise<DatabaseSession> {
  const client = new pg.Client({ connectionString: requireDatabaseUrl(), keepAlive: true });
  client.on("error", (error) => log.warn({ err: error }, "a session of the database was lost"));
  await client.connect();
  const { rows } = await client.query<{ mark: string }>(
    `SELECT ${MARK} AS mark FROM pg_stat_activity WHERE pid = pg_backend_pid()`,
  );
  return {
    mark: rows[0]?.mark ?? "",
    close: () => client.end().catch(() => undefined),
  };
}
