import { getEnv } from "#lib/env.ts";
import { checkBuild, checkClient } from "#lib/runtime/build.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { loadSettings, reportProblem } from "#scripts/settings.ts";
import { runStep } from "#scripts/steps.mjs";
import { listenForStop, type StopSignal } from "#scripts/stop-signal.ts";
import { addCounts, NO_TESTS, type TestCounts } from "#scripts/test-counts.ts";
import { listStaticSteps, runPlaywright, runVitest, toFailure } from "#scripts/test-parts.ts";

const PARTS = ["static", "unit", "db", "process", "e2e"] as const;
const HELP = `Usage: npm test [-- PART … [FILTER …]]

Runs all tests, or some: static (format, lint, types) · unit · db · process (starts and kills
whole archives) · e2e (in a browser). Anything else is handed to their runners, which take it
for a part of a file's name. Settings: TEST_DATABASE_URL and CHROMIUM_PATH, see README.md.
`;

type Part = (typeof PARTS)[number];
type TestStep = () => Promise<TestCounts>;

/** The steps of the chosen parts in the order in which they are run: what fails fast comes first. */
function listSteps(parts: ReadonlySet<string>, filters: string[], serverUrl: string): TestStep[] {
  const only = (part: Part, ...steps: TestStep[]) => (parts.has(part) ? steps : []);
  return [
    ...only("static", ...listStaticSteps()),
    ...only("unit", () => runVitest("Unit tests", "unit", serverUrl, filters)),
    ...only("db", () => runVitest("Database tests", "database", serverUrl, filters)),
    ...(parts.has("process") || parts.has("e2e") ? [build] : []),
    ...only("process", () => runVitest("Process tests", "process", serverUrl, filters)),
    ...only("e2e", () => runPlaywright(serverUrl, filters)),
  ];
}

async function build(): Promise<TestCounts> {
  const { isFresh, make } = await checkBuild();
  if (!isFresh) await runStep("Building the site", make);
  return NO_TESTS;
}

async function runAll(stop: StopSignal, args: string[]): Promise<TestCounts> {
  const isPart = (arg: string) => PARTS.some((part) => part === arg);
  const parts = new Set<string>(args.some(isPart) ? args.filter(isPart) : PARTS);
  const filters = args.filter((arg) => !isPart(arg));
  const client = await checkClient();
  if (!client.isFresh) await runStep("Generating the database client", client.make);
  const given = getEnv().TEST_DATABASE_URL;
  const needsServer = !given && (parts.has("db") || parts.has("e2e"));
  const server = needsServer
    ? await runStep("Starting a database for the tests", startTemporaryServer)
    : { url: given ?? "", stop: () => Promise.resolve() };
  try {
    let counts = NO_TESTS;
    for (const runTestStep of listSteps(parts, filters, server.url)) {
      stop.check();
      const result = await runTestStep().catch(toFailure);
      counts = addCounts(counts, result);
      // Without a built site, what follows would fail again and again for the same reason.
      if (runTestStep === build && result.failed > 0) break;
    }
    stop.check();
    return counts;
  } finally {
    await server.stop();
  }
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(HELP);
    return 0;
  }
  const stop = listenForStop();
  try {
    loadSettings("production");
    const { passed, failed, skipped } = await runAll(stop, args);
    const note = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
    console.log(`\n${passed} passed, ${failed} failed${note}`);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (stop.isRequested()) return 130;
    reportProblem(error);
    console.log("\n0 passed, 1 failed");
    return 1;
  }
}

process.exit(await main());
