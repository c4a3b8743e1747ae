import pg from "pg";
import { copyRows, type CopiedRow } from "#lib/db/copy-rows.ts";
import { requireDatabaseUrl } from "#lib/env.ts";

const MAX_CONNECTIONS = 6;
/** Those who wait for a connection that is in use wait as long. */
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** A column of a row: `bytea`, `int4` or `text`. */
type Value = Buffer | number | string | null;
export type ByteRow = Record<string, Value>;

/**
 * A query whose answer is mostly bytes: Prisma takes five times as long for a megabyte of them.
 * Columns are `bytea`, `int4` or `text`. A name keeps its plan.
 */
type ByteQuery = { name?: string; text: string; values?: readonly unknown[] };

type Pool = { url: string; pool: pg.Pool };

// Next loads this module once per bundle; the process keeps one pool.
const holder = globalThis as typeof globalThis & { archiveBytes?: Pool };

export async function queryBytes<Row extends ByteRow>(query: ByteQuery): Promise<Row[]> {
  return ask(getPool(), query);
}

/** The rows of a query without parameters, as `copyRows` gives them: for megabytes. */
export async function queryCopied(query: string): Promise<CopiedRow[]> {
  const client = await getPool().connect();
  try {
    const rows = await copyRows(client, query);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Several queries that see the database as it was at one moment. */
export async function inSnapshot<T>(
  read: (query: <Row extends ByteRow>(query: ByteQuery) => Promise<Row[]>) => Promise<T>,
): Promise<T> {
  const client = await getPool().connect();
  // The server may end while it is in use; the query that waits tells of it.
  const ignore = () => undefined;
  client.on("error", ignore);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const result = await read((query) => ask(client, query));
    await client.query("COMMIT");
    client.off("error", ignore);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function ask<Row extends ByteRow>(
  client: pg.Pool | pg.PoolClient,
  { name, text, values = [] }: ByteQuery,
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ name, text, values: [...values] });
  return rows;
}

function getPool(): pg.Pool {
  const url = requireDatabaseUrl();
  if (holder.archiveBytes?.url === url) return holder.archiveBytes.pool;
  void holder.archiveBytes?.pool.end().catch(() => undefined);
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // A server that is gone without a word would otherwise be waited for.
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  holder.archiveBytes = { url, pool };
  return pool;
}
