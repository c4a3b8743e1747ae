import { spawn } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { runStep } from "./steps.mjs";

const PROJECT_DIR = path.resolve(import.meta.dirname, "..");
const MODULES_DIR = path.join(PROJECT_DIR, "node_modules");
/** Not `npm ci`: it refuses a lock file in which another system's optional packages are missing. */
const NPM_INSTALL = [
  "install",
  "--no-save",
  "--include=dev",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
];

/** The Node that the archive brings along, whatever the system has. */
export const PROJECT_NODE = path.join(
  MODULES_DIR,
  "node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * Installs the packages of the lock file where they are missing or others than those; otherwise
 * neither npm nor the network is asked. Throws with npm's own words where that fails.
 *
 * @param {NodeJS.WriteStream} stream where to show progress
 */
export async function ensureInstalled(stream) {
  if (await isInstalled()) return;
  await runStep("Installing packages", install, { stream });
}

/** npm writes down in `node_modules` what it has put there, once it has finished. */
async function isInstalled() {
  const [wanted, present] = await Promise.all([
    readPackages(path.join(PROJECT_DIR, "package-lock.json")),
    readPackages(path.join(MODULES_DIR, ".package-lock.json")).catch(() => null),
  ]);
  if (!present || !(await exists(PROJECT_NODE))) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    const found = present[name];
    return name === "" || (found ? found.version === version : optional || devOptional);
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version: string, optional?: boolean, devOptional?: boolean }>>}
 */
async function readPackages(file) {
  return JSON.parse(await readFile(file, "utf8")).packages;
}

async function exists(/** @type {string} */ file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function install() {
  const { code, output } = await runNpm(NPM_INSTALL);
  if (code === 0) return;
  const advice = /ENOSPC/.test(output)
    ? "The disk is full. Free some space and start again."
    : /EACCES|EROFS/.test(output)
      ? `The folder ${PROJECT_DIR} cannot be written. Give yourself the right to, or move it.`
      : /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)
        ? "npm's registry cannot be reached. The first start needs the network; later ones do not."
        : "npm could not install the packages. What it said stands above.";
  throw new Error(`${output.trim()}\n\n${advice}`);
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(args) {
  // Under `npm start` this is npm's own script, which runs without a shell on every system.
  const script = process.env.npm_execpath?.endsWith("npm-cli.js") && process.env.npm_execpath;
  const child = script
    ? spawn(process.execPath, [script, ...args], { cwd: PROJECT_DIR })
    : spawn("npm", args, { cwd: PROJECT_DIR, shell: process.platform === "win32" });
  let output = "";
  for (const channel of [child.stdout, child.stderr]) {
    channel.setEncoding("utf8").on("data", (text) => (output += text));
  }
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
