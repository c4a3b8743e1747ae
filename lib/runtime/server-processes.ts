import { readFile, readdir, readlink, realpath, rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { runProgram } from "#lib/runtime/run-program.ts";

const PID_FILE = "postmaster.pid";
const POLL_INTERVAL_MS = 25;
const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/**
 * Ends every PostgreSQL process that still works in a database folder, left behind by a start
 * that was killed, and removes the file in which it claimed the folder. Found by what they work
 * in, never by the number in that file, which may by now belong to another program.
 */
export async function endOrphans(databaseDir: string): Promise<void> {
  const orphans = await listServerProcesses(databaseDir);
  if (orphans.length > 0) await endProcesses(databaseDir, orphans);
  // A new server would take any program that now has the old one's number for the old one.
  await rm(path.join(databaseDir, PID_FILE), { force: true });
}

async function endProcesses(databaseDir: string, orphans: number[]): Promise<void> {
  // Only the server itself takes SIGINT as "end quickly"; to its children it means other things,
  // and without their server they end by themselves.
  const server = await readServerPid(databaseDir);
  if (server && orphans.includes(server)) signalAll([server], "SIGINT");
  if (await haveEnded(databaseDir, FAST_SHUTDOWN_MS)) return;
  signalAll(await listServerProcesses(databaseDir), "SIGQUIT");
  if (await haveEnded(databaseDir, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new AppError(
    "unavailable",
    `A PostgreSQL of an earlier start does not end (process ${orphans.join(", ")}). End it, and start again.`,
  );
}

/** The number that a server has written into its database folder; it may be long gone. */
async function readServerPid(databaseDir: string): Promise<number | null> {
  const text = await readFile(path.join(databaseDir, PID_FILE), "utf8").catch(() => "");
  return Number.parseInt(text, 10) || null;
}

/** The processes of PostgreSQL, the server and its children, that work in a database folder. */
export async function listServerProcesses(databaseDir: string): Promise<number[]> {
  const folder = await realpath(databaseDir).catch(() => null);
  if (!folder) return [];
  return process.platform === "linux" ? listFromProc(folder) : listFromPs(folder);
}

async function listFromProc(folder: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [cwd, exe] = await Promise.all(
        ["cwd", "exe"].map((link) => readlink(`/proc/${pid}/${link}`).catch(() => "")),
      );
      // A reinstall replaces the binary under a running server, which Linux marks "(deleted)".
      const program = path.basename(exe?.replace(/ \(deleted\)$/, "") ?? "");
      return cwd === folder && program === "postgres" ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

async function listFromPs(folder: string): Promise<number[]> {
  const { output } = await runProgram("ps", ["-axo", "pid=,command="]);
  return output
    .split("\n")
    .filter((line) => line.includes("postgres") && line.includes(`-D ${folder}`))
    .map((line) => Number.parseInt(line, 10));
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") continue;
      throw new AppError(
        "unavailable",
        `A PostgreSQL of an earlier start (process ${pid}) belongs to another account. End it, and start again.`,
        { cause: error },
      );
    }
  }
}

async function haveEnded(databaseDir: string, waitMs: number): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (Date.now() < deadline) {
    if ((await listServerProcesses(databaseDir)).length === 0) return true;
    await delay(POLL_INTERVAL_MS);
  }
  return false;
}
