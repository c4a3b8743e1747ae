import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envSchema, programEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { findFreePort } from "#lib/runtime/ports.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { runProgram, type ProgramResult } from "#lib/runtime/run-program.ts";
import { requireBrowser } from "#lib/testing/browser.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { runStep } from "#scripts/steps.mjs";
import {
  NO_TESTS,
  readPlaywrightReport,
  readVitestReport,
  type TestCounts,
} from "#scripts/test-counts.ts";

const SECRET = "only for tests, and therefore not a secret";
const LOOPBACK = "127.0.0.1";

/** Settings of whoever runs the tests, in their shell or `.env`, must not reach the tested archive. */
const NO_SETTINGS = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, ""]));

const STATIC_CHECKS: { label: string; commands: [program: string, ...args: string[]][] }[] = [
  { label: "Format", commands: [["prettier/bin/prettier.cjs", "--check", "."]] },
  { label: "Lint", commands: [["eslint/bin/eslint.js", ".", "--max-warnings=0"]] },
  {
    label: "Types",
    // Pages are typed by their addresses, which Next writes down first.
    commands: [
      ["next/dist/bin/next", "typegen"],
      ["typescript/bin/tsc", "--noEmit"],
    ],
  },
];

/** Format, lint and types, each of which counts as one test. */
export function listStaticSteps(): (() => Promise<TestCounts>)[] {
  return STATIC_CHECKS.map(({ label, commands }) => async () => {
    const { code, output } = await runStep(label, () => runUntilFailure(commands), {
      detail: (result) => (result.code === 0 ? "passed" : "failed"),
    });
    if (code === 0) return { ...NO_TESTS, passed: 1 };
    console.log(output.trim());
    return { ...NO_TESTS, failed: 1 };
  });
}

async function runUntilFailure(commands: [string, ...string[]][]): Promise<ProgramResult> {
  let last: ProgramResult = { code: 0, signal: null, output: "" };
  for (const [program, ...args] of commands) {
    last = await runTool(program, args, {});
    if (last.code !== 0) break;
  }
  return last;
}

/** The tests of one project of `vitest.config.ts`, against the PostgreSQL at `serverUrl`. */
export function runVitest(
  label: string,
  project: string,
  serverUrl: string,
  filters: string[],
): Promise<TestCounts> {
  return runTests(label, readVitestReport, (report) =>
    runTool(
      "vitest/vitest.mjs",
      [
        ...["run", "--project", project, "--passWithNoTests"],
        ...["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
        ...filters,
      ],
      { NODE_ENV: "test", TEST_DATABASE_URL: serverUrl },
    ),
  );
}

/** The browser tests, against a served production build with the demo archive. */
export async function runPlaywright(serverUrl: string, filters: string[]): Promise<TestCounts> {
  const browser = await runStep("Finding a browser", requireBrowser, {
    detail: ({ path: file, origin }) => `${file} (${origin})`,
  });
  const database = await createEmptyDatabase(serverUrl);
  const port = String(await findFreePort(LOOPBACK));
  const mailPort = await findFreePort(LOOPBACK);
  try {
    return await runTests("Browser tests", readPlaywrightReport, (report) =>
      runTool(
        "playwright/cli.js",
        ["test", "--pass-with-no-tests", "--reporter=line,json", ...filters],
        {
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          CHROMIUM_PATH: browser.path,
          DATABASE_URL: database.url,
          SESSION_SECRET: SECRET,
          LOG_LEVEL: "warn",
          FETCH_ALLOWED_HOSTS: "localhost",
          // The test of mails opens a server there; until then none is sent.
          SMTP_URL: `smtp://${LOOPBACK}:${mailPort}`,
          MAIL_FROM: "The Diplomacy Archive <alerts@archive.test>",
          PORT: port,
        },
      ),
    );
  } finally {
    await database.drop();
  }
}

async function runTests(
  label: string,
  read: (file: string) => Promise<TestCounts>,
  run: (report: string) => Promise<ProgramResult>,
): Promise<TestCounts> {
  const folder = await mkdtemp(path.join(tmpdir(), "archive-report-"));
  const report = path.join(folder, "report.json");
  try {
    const { counts, output } = await runStep(label, () => runAndCount(report, run, read), {
      detail: ({ counts: { passed, failed } }) =>
        failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`,
    });
    if (counts.failed > 0) console.log(output.trim());
    for (const name of counts.skipped) console.log(`    skipped: ${name}`);
    return counts;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runAndCount(
  report: string,
  run: (report: string) => Promise<ProgramResult>,
  read: (file: string) => Promise<TestCounts>,
): Promise<{ counts: TestCounts; output: string }> {
  const { code, signal, output } = await run(report);
  const counts = await read(report).catch(() => null);
  if (!counts) {
    const how = signal ? `by ${signal}` : `with exit code ${code}`;
    const note = `The runner ended ${how} and left no report.`;
    return { counts: { ...NO_TESTS, failed: 1 }, output: `${output.trim()}\n\n${note}` };
  }
  // A runner can fail without any test of it having failed: by an error outside them all.
  const failed = code === 0 ? counts.failed : Math.max(counts.failed, 1);
  return { counts: { ...counts, failed }, output };
}

function runTool(program: string, args: string[], settings: Record<string, string>) {
  const file = projectPath("node_modules", program);
  const color = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
  const env = programEnv({ ...NO_SETTINGS, ...color, ...settings });
  return runProgram(process.execPath, [file, ...args], { env });
}

/** A part that could not even begin, as one failure. */
export function toFailure(error: unknown): TestCounts {
  console.log(error instanceof AppError ? error.message : error);
  return { ...NO_TESTS, failed: 1 };
}
