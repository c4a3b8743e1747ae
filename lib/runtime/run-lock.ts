import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

const LOCK_FILE = "lock";
const HOLDER_FILE = "running.json";
const RETRY_INTERVAL_MS = 200;
const SQLITE_BUSY = 5;

/** Who uses a data folder: the archive itself, or a command line that needs its database. */
export type LockHolder = { pid: number; kind: "archive" | "command" };
export type RunLock = { release(): void };

/**
 * Takes the lock of a data folder; null where another process holds it. Node has no file locks, so an
 * exclusive SQLite transaction serves as one: the system frees it when its process ends, however
 * it ends, so that nothing stale can stay behind.
 */
export async function takeRunLock(
  folder: string,
  kind: LockHolder["kind"],
): Promise<RunLock | null> {
  const file = new DatabaseSync(path.join(folder, LOCK_FILE), { timeout: 0 });
  try {
    file.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  const holder: LockHolder = { pid: process.pid, kind };
  await writeFile(path.join(folder, HOLDER_FILE), JSON.stringify(holder));
  return { release: () => file.close() };
}

/** As `takeRunLock`, but keeps trying until `waitMs` are over. */
export async function waitForRunLock(
  folder: string,
  kind: LockHolder["kind"],
  waitMs: number,
): Promise<RunLock | null> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const lock = await takeRunLock(folder, kind);
    if (lock || Date.now() >= deadline) return lock;
    await delay(RETRY_INTERVAL_MS);
  }
}

/** Who holds, or last held, the lock of a folder; null while that is not written yet. */
export async function getLockHolder(folder: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(path.join(folder, HOLDER_FILE), "utf8")) as LockHolder;
  } catch {
    return null;
  }
}
