import { parseArgs } from "node:util";
import { getEnv, provideEnv, type Env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { checkBuild, checkClient } from "#lib/runtime/build.ts";
import { openDataFolder, readOrCreateSecret } from "#lib/runtime/data-folder.ts";
import { findFreePort, isPortFree } from "#lib/runtime/ports.ts";
import {
  claimDataFolder,
  DATABASE_OF_OTHERS,
  provideEmbeddedDatabase,
  requireReachable,
  type ProvidedDatabase,
} from "#lib/runtime/provide-database.ts";
import { takeRunLock } from "#lib/runtime/run-lock.ts";
import { fillDatabase } from "#scripts/fill-database.ts";
import { loadSettings, reportProblem } from "#scripts/settings.ts";
import { runStep } from "#scripts/steps.mjs";
import { listenForStop, type StopSignal } from "#scripts/stop-signal.ts";

const HELP = `Usage: npm start [-- --dev]

Builds what has changed, starts the database unless DATABASE_URL names one, and serves the
archive. Stop it with Ctrl-C. Settings: see "Configuration" in README.md.

  --dev    for developers: no build, pages reload as files change (also: npm run dev)
  --help   this text
`;

type Closer = { label?: string; close(): Promise<unknown> };
type Step = <T>(
  label: string,
  work: () => Promise<T>,
  detail?: (result: T) => string,
) => Promise<T>;

/** Serves until somebody asks to stop, and then closes in reverse order what it had opened. */
async function serve(stop: StopSignal, dev: boolean): Promise<void> {
  const env = loadSettings(dev ? "development" : "production");
  const closers: Closer[] = [];
  const step: Step = async (label, work, detail) => {
    stop.check();
    const result = await runStep(label, work, { detail });
    stop.check();
    return result;
  };
  try {
    const folder = await prepareDataFolder(env, step, closers);
    provideEnv({ PORT: String(await choosePort(env)) });
    if (env.DATABASE_URL) await requireReachable(env.DATABASE_URL);
    await prepareCode(step, dev);
    const database = await provideDatabase(step, folder, closers);
    const setupLink = await fillDatabase(step);
    await openSite(step, dev, closers);
    if (env.WORKER === "on") await openWorker(step, closers);
    announce(setupLink);
    await Promise.race([stop.requested, database.ended.then(reportDatabaseLoss)]);
  } finally {
    for (const { label, close } of closers.reverse())
      await (label ? runStep(label, close) : close());
  }
}

async function choosePort({ PORT, HOST }: Env): Promise<number> {
  const isFree = await isPortFree(PORT, HOST).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(
      "unavailable",
      error.code === "EACCES"
        ? `Port ${PORT} needs more rights than this account has. Choose one above 1023, for example PORT=3000.`
        : `HOST=${HOST} is no address of this machine (${error.code}). Use 127.0.0.1, or 0.0.0.0 for all.`,
      { cause: error },
    );
  });
  if (isFree) return PORT || findFreePort(HOST);
  throw new AppError(
    "conflict",
    `Port ${PORT} is in use by another program. Stop that, or choose another port: PORT=${PORT + 1} npm start`,
  );
}

/** Opened only where it is needed: for the embedded database, or for a secret to keep. */
async function prepareDataFolder(env: Env, step: Step, closers: Closer[]): Promise<string | null> {
  if (env.DATABASE_URL && env.SESSION_SECRET) return null;
  const folder = await openDataFolder(env.ARCHIVE_DATA_DIR);
  if (!env.DATABASE_URL) {
    // Before the port: an earlier start that is still closing has given up both once this is ours.
    const lock =
      (await takeRunLock(folder, "archive")) ??
      (await step("Waiting for an earlier start to close", () => claimDataFolder(folder)));
    closers.push({ close: async () => lock.release() });
  }
  if (!env.SESSION_SECRET) {
    provideEnv({ SESSION_SECRET: await readOrCreateSecret(folder, "session-secret") });
  }
  return folder;
}

async function prepareCode(step: Step, dev: boolean): Promise<void> {
  const client = await checkClient();
  if (!client.isFresh) await step("Generating the database client", client.make);
  if (dev) return;
  const build = await checkBuild();
  if (!build.isFresh) await step("Building the site", build.make);
}

async function provideDatabase(
  step: Step,
  folder: string | null,
  closers: Closer[],
): Promise<ProvidedDatabase> {
  if (getEnv().DATABASE_URL || !folder) return DATABASE_OF_OTHERS;
  const database = await step("Starting the database", () => provideEmbeddedDatabase(folder));
  closers.push({ label: "Stopping the database", close: database.stop });
  return database;
}

async function openSite(step: Step, dev: boolean, closers: Closer[]): Promise<void> {
  const { HOST, PORT } = getEnv();
  await step("Opening the site", async () => {
    const [{ startServer }, { database }] = await Promise.all([
      import("#lib/http/server.ts"),
      import("#lib/db/client.ts"),
    ]);
    closers.push({ close: () => database.$disconnect() });
    const server = await startServer({ port: PORT, host: HOST, dev });
    closers.push({ label: "Closing the site", close: server.close });
  });
  const closing = new AbortController();
  closers.push({ close: async () => closing.abort() });
  // Whoever searches before it is read waits for the rest of it.
  void warmSite(dev, closing.signal);
}

/** Reads and compiles what the first searches would wait for; a failure is no more than that they wait. */
async function warmSite(dev: boolean, signal: AbortSignal): Promise<void> {
  const { HOST, PORT } = getEnv();
  const [{ keepSearchWarm }, { askForPages }, { log }] = await Promise.all([
    import("#lib/search/data-warm.ts"),
    import("#lib/search/warm-pages.ts"),
    import("#lib/log.ts"),
  ]);
  const origin = `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
  try {
    const words = await keepSearchWarm(signal);
    if (!dev) await askForPages(origin, words, signal);
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, "the first searches will be slower");
  }
}

/** Work in the background, in this process unless `npm run worker` does it. */
async function openWorker(step: Step, closers: Closer[]): Promise<void> {
  await step("Starting the worker", async () => {
    const { startWorkerOfArchive } = await import("#scripts/job-handlers.ts");
    const { stop } = await startWorkerOfArchive();
    closers.push({ label: "Stopping the worker", close: stop });
  });
}

function announce(setupLink: string | null): void {
  const { ARCHIVE_URL } = getEnv();
  console.log(`\nThe archive is open at ${ARCHIVE_URL}`);
  if (setupLink) console.log(`No admin yet. Make yourself one, once, at ${setupLink}`);
  console.log("Stop it with Ctrl-C.\n");
}

function reportDatabaseLoss(): never {
  throw new AppError(
    "unavailable",
    "The embedded database has ended unexpectedly; postgres.log in the data folder says why. Start the archive again: it repairs itself.",
  );
}

async function main(): Promise<number> {
  const { dev, help } = readOptions();
  if (help) {
    console.log(HELP);
    return 0;
  }
  const stop = listenForStop();
  try {
    await serve(stop, dev);
    return 0;
  } catch (error) {
    if (stop.isRequested()) return 130;
    reportProblem(error);
    return 1;
  }
}

function readOptions(): { dev: boolean; help: boolean } {
  try {
    const options = { dev: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { values } = parseArgs({ options });
    return { dev: values.dev ?? false, help: values.help ?? false };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

process.exit(await main());
