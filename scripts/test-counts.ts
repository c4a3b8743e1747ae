import { readFile } from "node:fs/promises";
import { projectPath } from "#lib/runtime/project.ts";
import path from "node:path";

export type TestCounts = { passed: number; failed: number; skipped: string[] };

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: [] };

/** Two results as one. */
export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: [...a.skipped, ...b.skipped],
  };
}

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/**
 * What a JSON report of vitest counts. A file that could not be loaded, or that failed outside
 * its tests, counts as one failure.
 */
export async function readVitestReport(file: string): Promise<TestCounts> {
  const { testResults } = JSON.parse(await readFile(file, "utf8")) as VitestReport;
  return testResults.reduce((sum, { name, status, assertionResults }) => {
    const withStatus = (...wanted: string[]) =>
      assertionResults.filter((result) => wanted.includes(result.status));
    const failed = withStatus("failed").length;
    const shortName = path.relative(projectPath(), name);
    return addCounts(sum, {
      passed: withStatus("passed").length,
      failed: status === "failed" ? Math.max(failed, 1) : failed,
      skipped: withStatus("skipped", "pending", "todo").map(
        ({ fullName }) => `${shortName}: ${fullName}`,
      ),
    });
  }, NO_TESTS);
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; tests: { status: string }[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: unknown[] };

/** What a JSON report of Playwright counts; a test that needed a second try has failed. */
export async function readPlaywrightReport(file: string): Promise<TestCounts> {
  const { suites, errors } = JSON.parse(await readFile(file, "utf8")) as PlaywrightReport;
  return suites.reduce((sum, suite) => addCounts(sum, countSuite(suite)), {
    ...NO_TESTS,
    failed: errors.length,
  });
}

function countSuite({ suites = [], specs = [] }: PlaywrightSuite): TestCounts {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status }): TestCounts => {
      if (status === "expected") return { ...NO_TESTS, passed: 1 };
      return status === "skipped"
        ? { ...NO_TESTS, skipped: [`${file}: ${title}`] }
        : { ...NO_TESTS, failed: 1 };
    }),
  );
  return [...own, ...suites.map(countSuite)].reduce(addCounts, NO_TESTS);
}
