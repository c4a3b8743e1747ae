import { parseArgs } from "node:util";
import { loadSettings, reportProblem } from "#scripts/settings.ts";
import { listenForStop } from "#scripts/stop-signal.ts";
import { withDatabase } from "#scripts/with-database.ts";

const HELP = `Usage: npm run worker

Does what the archive has to do in the background, such as imports, apart from the site, which runs
with WORKER=off then. Any number of workers may run, here and on other machines. Stop one with
Ctrl-C: what it was doing is gone on with by another, or at the next start.

  --help   this text
`;

async function main(): Promise<number> {
  const stop = listenForStop();
  try {
    if (isHelpWanted()) return 0;
    loadSettings("production");
    await withDatabase(async () => {
      const { startWorkerOfArchive } = await import("#scripts/job-handlers.ts");
      stop.check();
      const worker = await startWorkerOfArchive();
      console.log("The worker is at work. Stop it with Ctrl-C.");
      await stop.requested;
      await worker.stop();
    });
    console.log("The worker has stopped.");
    return 0;
  } catch (error) {
    if (stop.isRequested()) return 130;
    reportProblem(error);
    return 1;
  }
}

function isHelpWanted(): boolean {
  try {
    const options = { help: { type: "boolean", short: "h" } } as const;
    const { help = false } = parseArgs({ options }).values;
    if (help) console.log(HELP);
    return help;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

process.exit(await main());
