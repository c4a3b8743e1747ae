import pg from "pg";
import { requireDatabaseUrl } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type DatabaseSession = {
  /** Made of number and start of the session, as `pg_stat_activity` lists them while it lives; no other session ever has it. */
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
    `SELECT pid || '@' || extract(epoch FROM backend_start) AS mark
     FROM pg_stat_activity WHERE pid = pg_backend_pid()`,
  );
  return {
    mark: rows[0]?.mark ?? "",
    close: () => client.end().catch(() => undefined),
  };
}
