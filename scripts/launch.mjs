import { spawn } from "node:child_process";
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
 */
export async function launch(script, progress = process.stdout) {
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
      path.join(import.meta.dirname, script),
      ...process.argv.slice(2),
    ],
    { stdio: ["inherit", "inherit", "inherit", "ipc"] },
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
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
}
