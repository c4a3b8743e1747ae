import { spawn, type ChildProcess } from "node:child_process";
import { open, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#lib/errors.ts";
import { readOrCreateSecret } from "#lib/runtime/data-folder.ts";
import { ensureCluster, SERVER_ENVIRONMENT, SUPERUSER } from "#lib/runtime/database-cluster.ts";
import { explainProblem } from "#lib/runtime/explain.ts";
import { findFreePort } from "#lib/runtime/ports.ts";
import { getPostgresBinaries } from "#lib/runtime/postgres-binaries.ts";
import { getServerAccount } from "#lib/runtime/server-account.ts";
import { endOrphans } from "#lib/runtime/server-processes.ts";

const LOOPBACK = "127.0.0.1";
const DATABASE = "archive";
const PORT_FILE = "database-port";
const PASSWORD_NAME = "database-password";
const LOG_MAX_BYTES = 10_000_000;
const POLL_INTERVAL_MS = 20;
const FAST_SHUTDOWN_MS = 60_000;
const READY_LINE = 7;

const SETTINGS = {
  listen_addresses: LOOPBACK,
  // A path to a socket may be at most 107 bytes long, and a data folder lies where it will.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
} as const;

export type EmbeddedDatabase = {
  url: string;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends it in order: clients are cut, everything is written. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL of a data folder, whose lock the caller holds, and makes the folder's
 * database at the first start. A server that a killed start left behind is ended first. `settings`
 * override PostgreSQL's own. Throws `AppError` "unavailable" with what to do.
 */
export async function startEmbeddedDatabase(
  folder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const databaseDir = path.join(folder, "postgres");
  await endOrphans(databaseDir);
  const account = await getServerAccount();
  const password = await readOrCreateSecret(folder, PASSWORD_NAME);
  await ensureCluster(databaseDir, account, password);
  const port = await findFreePort(LOOPBACK, await readPort(folder));
  const { postgres } = await getPostgresBinaries();
  const log = await openLog(path.join(folder, "postgres.log"));
  const server = spawn(
    postgres,
    ["-D", databaseDir, "-p", String(port), ...toFlags({ ...SETTINGS, ...settings })],
    {
      ...account,
      cwd: databaseDir,
      env: SERVER_ENVIRONMENT,
      // A process group of its own: Ctrl-C in a terminal must not reach it before the site is down.
      detached: true,
      stdio: ["ignore", log.file.fd, log.file.fd],
    },
  );
  const database = toEmbeddedDatabase(server, urlFor(port, password));
  try {
    await waitUntilReady(server, databaseDir);
    await ensureDatabase(port, password);
    await writeFile(path.join(folder, PORT_FILE), String(port), { mode: 0o600 });
    return database;
  } catch (error) {
    await database.stop();
    const printed = (await readFile(log.path, "utf8")).slice(log.size);
    throw explainProblem("The embedded PostgreSQL cannot start", toServerError(error, printed));
  } finally {
    await log.file.close();
  }
}

/** The address of the database that the holder of the folder's lock runs; null before it does. */
export async function getEmbeddedDatabaseUrl(folder: string): Promise<string | null> {
  const port = await readPort(folder);
  const password = await readFile(path.join(folder, PASSWORD_NAME), "utf8").catch(() => "");
  return port && password ? urlFor(port, password) : null;
}

async function readPort(folder: string): Promise<number> {
  const text = await readFile(path.join(folder, PORT_FILE), "utf8").catch(() => "0");
  return Number.parseInt(text, 10);
}

function urlFor(port: number, password: string, database: string = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/${database}`;
}

function toFlags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The server's log, and where in it this start begins. */
async function openLog(file: string) {
  const grown = await stat(file).catch(() => null);
  const size = grown && grown.size < LOG_MAX_BYTES ? grown.size : 0;
  return { path: file, size, file: await open(file, size ? "a" : "w", 0o600) };
}

function toEmbeddedDatabase(server: ChildProcess, url: string): EmbeddedDatabase {
  let hasEnded = false;
  // Should this process exit without `stop`, the server goes on and ends in order by itself.
  const interrupt = () => void server.kill("SIGINT");
  process.once("exit", interrupt);
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      process.off("exit", interrupt);
      resolve();
    };
    server.once("exit", end).once("error", end);
  });
  return {
    url,
    ended,
    async stop() {
      if (hasEnded) return;
      interrupt();
      const timer = setTimeout(() => server.kill("SIGQUIT"), FAST_SHUTDOWN_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Waits, without a limit, as long as the server lives: after a power cut it may have minutes of
 * writing to repeat. Its own file says when it is ready, as it does for `pg_ctl`.
 */
async function waitUntilReady(server: ChildProcess, databaseDir: string): Promise<void> {
  let spawnError: Error | undefined;
  server.once("error", (error) => (spawnError = error));
  for (;;) {
    if (spawnError) throw spawnError;
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error("The server ended before it was ready.");
    }
    const file = path.join(databaseDir, "postmaster.pid");
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === server.pid && lines[READY_LINE]?.trim() === "ready") return;
    await delay(POLL_INTERVAL_MS);
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(port, password, "postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** What the server itself printed says more than that it ended. */
function toServerError(error: unknown, printed: string): unknown {
  if (error instanceof AppError) return error;
  const fatal = printed.split("\n").findLast((line) => /\b(FATAL|PANIC|ERROR):/.test(line));
  return fatal ? new Error(fatal.replace(/^.*?\b(FATAL|PANIC|ERROR):\s*/, "")) : error;
}
