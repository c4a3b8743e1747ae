import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { getEnv, programEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { runProgram } from "#lib/runtime/run-program.ts";

export type Browser = { path: string; origin: string };

/** As packages call it, first what costs least to start, and where macOS and Windows keep it. */
const INSTALLED_NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const INSTALLED_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** In this order: not every relative of Debian has the first. */
const APT_PACKAGES = ["chromium-headless-shell", "chromium"];

/** For every Chromium started by tests: no sandbox as root, and nothing that phones home. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/**
 * A Chromium for tests and where it is from: `CHROMIUM_PATH`, else an installed one, else
 * Playwright's own; null where there is none. Throws `AppError` "invalid_input" where
 * `CHROMIUM_PATH` names no file.
 */
export async function findBrowser(): Promise<Browser | null> {
  const { CHROMIUM_PATH: given } = getEnv();
  if (given) {
    if (existsSync(given)) return { path: given, origin: "CHROMIUM_PATH" };
    throw new AppError("invalid_input", `CHROMIUM_PATH names ${given}, which is not there.`);
  }
  const installed = findInstalled();
  if (installed) return { path: installed, origin: "installed" };
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, origin: "Playwright's own" } : null;
}

/**
 * `findBrowser`, and where that finds none installs one, by Playwright's installer or, as root on
 * Debian and its kin, by apt. Throws `AppError` "unavailable" where neither can.
 */
export async function requireBrowser(): Promise<Browser> {
  const found = (await findBrowser()) ?? (await installByPlaywright()) ?? (await installByApt());
  if (found) return found;
  throw new AppError(
    "unavailable",
    "There is no Chromium or Chrome, and none could be installed. Install one, or name one with CHROMIUM_PATH.",
  );
}

async function installByPlaywright(): Promise<Browser | null> {
  const installer = projectPath("node_modules/playwright/cli.js");
  await runProgram(process.execPath, [installer, "install", "chromium"]);
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, origin: "installed now by Playwright" } : null;
}

async function installByApt(): Promise<Browser | null> {
  if (process.getuid?.() !== 0) return null;
  await runProgram("apt-get", ["update"]).catch(() => null);
  for (const name of APT_PACKAGES) {
    const args = ["install", "-y", "--no-install-recommends", name];
    const result = await runProgram("apt-get", args).catch(() => null);
    const installed = result?.code === 0 && findInstalled();
    if (installed) return { path: installed, origin: "installed now by apt" };
  }
  return null;
}

function findInstalled(): string | undefined {
  const folders = (programEnv().PATH ?? "").split(path.delimiter);
  const onPath = INSTALLED_NAMES.flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  return [...onPath, ...INSTALLED_PATHS].find((file) => existsSync(file));
}
