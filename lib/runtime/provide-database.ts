import pg from "pg";
import { setTimeout as delay } from "node:timers/promises";
import { getEnv, provideEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { openDataFolder } from "#lib/runtime/data-folder.ts";
import { getEmbeddedDatabaseUrl, startEmbeddedDatabase } from "#lib/runtime/embedded-database.ts";
import {
  getLockHolder,
  takeRunLock,
  waitForRunLock,
  type LockHolder,
  type RunLock,
} from "#lib/runtime/run-lock.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const RETRY_INTERVAL_MS = 250;
/** A start that was just interrupted may still be closing. */
const WAIT_FOR_ARCHIVE_MS = 8_000;
const WAIT_FOR_COMMAND_MS = 600_000;
const WAIT_FOR_RUNNING_DATABASE_MS = 120_000;

export type ProvidedDatabase = {
  /** Settles when an embedded server ends by itself or by `stop`; never for any other. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

export const DATABASE_OF_OTHERS: ProvidedDatabase = {
  ended: new Promise(() => undefined),
  stop: () => Promise.resolve(),
};

/** Takes the data folder for this process. Throws `AppError` "conflict" where another has it. */
export async function claimDataFolder(folder: string): Promise<RunLock> {
  const lock = await waitForRunLock(folder, "archive", WAIT_FOR_ARCHIVE_MS);
  if (lock) return lock;
  const holder = await getLockHolder(folder);
  const who = holder?.kind === "command" ? "An archive command works" : "The archive already runs";
  throw new AppError(
    "conflict",
    `${who} in the data folder ${folder} (process ${holder?.pid ?? "unknown"}). Stop it first, or choose another folder with ARCHIVE_DATA_DIR.`,
  );
}

/** Starts the embedded database of a claimed folder and makes it this process's `DATABASE_URL`. */
export async function provideEmbeddedDatabase(folder: string): Promise<ProvidedDatabase> {
  const database = await startEmbeddedDatabase(folder);
  provideEnv({ DATABASE_URL: database.url });
  return database;
}

/**
 * The database for one command: the server of `DATABASE_URL`, or that of the archive which runs
 * from the data folder, or else an embedded one that lives as long as the command. Commands that
 * need their own wait for each other.
 */
export async function provideDatabaseForCommand(): Promise<ProvidedDatabase> {
  const { DATABASE_URL, ARCHIVE_DATA_DIR } = getEnv();
  if (DATABASE_URL) {
    await requireReachable(DATABASE_URL);
    return DATABASE_OF_OTHERS;
  }
  const folder = await openDataFolder(ARCHIVE_DATA_DIR);
  const lock = await takeRunLock(folder, "command");
  if (lock) return startForCommand(folder, lock);
  const holder = await getLockHolder(folder);
  return holder?.kind === "command" ? waitForCommand(folder, holder) : joinArchive(folder);
}

async function startForCommand(folder: string, lock: RunLock): Promise<ProvidedDatabase> {
  try {
    const database = await provideEmbeddedDatabase(folder);
    return { ...database, stop: () => database.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function waitForCommand(folder: string, holder: LockHolder): Promise<ProvidedDatabase> {
  const lock = await waitForRunLock(folder, "command", WAIT_FOR_COMMAND_MS);
  if (lock) return startForCommand(folder, lock);
  throw new AppError(
    "conflict",
    `Another archive command (process ${holder.pid}) still works in ${folder}. Try again when it is done.`,
  );
}

/** The archive writes down where its database is once that is up, which may take a moment. */
async function joinArchive(folder: string): Promise<ProvidedDatabase> {
  const deadline = Date.now() + WAIT_FOR_RUNNING_DATABASE_MS;
  for (;;) {
    const url = await getEmbeddedDatabaseUrl(folder);
    const problem = url ? await findConnectionProblem(url) : new Error("It has not started yet");
    if (url && !problem) {
      provideEnv({ DATABASE_URL: url });
      return DATABASE_OF_OTHERS;
    }
    if (Date.now() > deadline) throw unreachable(`the archive that runs from ${folder}`, problem);
    await delay(RETRY_INTERVAL_MS);
  }
}

/** Throws `AppError` "unavailable" with what to do where the database does not answer. */
export async function requireReachable(url: string): Promise<void> {
  const problem = await findConnectionProblem(url);
  if (!problem) return;
  const { host, pathname } = new URL(url);
  throw unreachable(`DATABASE_URL (${host}${pathname})`, problem);
}

async function findConnectionProblem(url: string): Promise<Error | null> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unreachable(what: string, problem: Error | null): AppError {
  const { code, message } = (problem ?? {}) as { code?: string; message?: string };
  return new AppError(
    "unavailable",
    `The database of ${what} cannot be reached: ${message || code || "no answer"}. Check that it runs and that address, name and password are right, then start again.`,
    { cause: problem },
  );
}
