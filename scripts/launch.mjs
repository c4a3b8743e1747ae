import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureInstalled, PROJECT_NODE } from "./installation.mjs";

const PARENT_CHECK_MS = 1_000;
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 };

/**
 * Installs what is missing and goes on with a TypeScript file beside this one under the
 * project's own Node, as if that had been called: same terminal, same signals, same exit code.
 *
 * @param {string} script
 * @param {NodeJS.WriteStream} [progress] where to show that packages are installed
 * @param {string[]} [engineOptions] for V8
 */
export async function launch(script, progress = process.stdout, engineOptions = []) {
  try {
    await ensureInstalled(progress);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return;
  }
  // The channel tells the child when we are gone, even after `kill -9`: it then stops by itself.
  const child = spawn(
    PROJECT_NODE,
    [
      "--disable-warning=ExperimentalWarning",
      ...engineOptions,
      path.join(import.meta.dirname, script),
      ...process.argv.slice(2),
    ],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      // Left alone, the C library keeps what is free in many places: 530 MB of an import, not 508.
      env: { MALLOC_ARENA_MAX: "2", ...process.env },
    },
  );
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  followNpm(() => child.kill("SIGTERM"));
  child.once("error", (error) => {
    console.error(`The archive's own Node cannot run: ${error.message}`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => {
    process.exit(code ?? SIGNAL_EXIT_CODES[/** @type {"SIGKILL"} */ (signal)] ?? 1);
  });
}

/** Under npm, its death is ours: what it started could otherwise not be stopped from there. */
function followNpm(/** @type {() => void} */ stop) {
  if (!process.env.npm_lifecycle_event) return;
  // Some shells stay between npm and the script that they run for it.
  const shell = isShellOfNpm(process.ppid) ? process.ppid : null;
  const getNpm = () => (shell === process.ppid ? getParentOf(shell) : process.ppid);
  const npm = getNpm();
  setInterval(() => getNpm() !== npm && stop(), PARENT_CHECK_MS).unref();
}

function isShellOfNpm(/** @type {number} */ pid) {
  return readProc(pid, "cmdline").split("\0")[1] === "-c";
}

/** The parent of a process on Linux, where shells are known to stay; NaN once it is gone. */
function getParentOf(/** @type {number} */ pid) {
  const [, afterName = ""] = readProc(pid, "stat").split(/\) (?=\w )/);
  return Number(afterName.split(" ")[1]);
}

function readProc(/** @type {number} */ pid, /** @type {string} */ file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
