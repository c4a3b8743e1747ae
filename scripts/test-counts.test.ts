import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectPath } from "#lib/runtime/project.ts";
import { readPlaywrightReport, readVitestReport } from "#scripts/test-counts.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-counts-"));
  file = path.join(folder, "report.json");
});

afterEach(() => rm(folder, { recursive: true }));

describe("readVitestReport", () => {
  const suite = (status: string, ...statuses: string[]) => ({
    name: projectPath("lib/x.test.ts"),
    status,
    assertionResults: statuses.map((each, i) => ({ fullName: `test ${i}`, status: each })),
  });

  it("adds up all files and names what was skipped", async () => {
    const testResults = [
      suite("passed", "passed", "skipped", "passed"),
      suite("failed", "failed", "passed", "todo"),
    ];
    await writeFile(file, JSON.stringify({ testResults }));
    expect(await readVitestReport(file)).toEqual({
      passed: 3,
      failed: 1,
      skipped: ["lib/x.test.ts: test 1", "lib/x.test.ts: test 2"],
    });
  });

  it("counts a file that could not be loaded as one failure", async () => {
    await writeFile(file, JSON.stringify({ testResults: [suite("failed")] }));
    expect(await readVitestReport(file)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe("readPlaywrightReport", () => {
  it("adds up nested suites; what needed a second try, and an error outside, are failures", async () => {
    const spec = (title: string, status: string) => ({
      title,
      file: "x.spec.ts",
      tests: [{ status }],
    });
    const suites = [
      {
        title: "x.spec.ts",
        specs: [spec("a", "expected"), spec("b", "flaky")],
        suites: [{ title: "inner", specs: [spec("c", "unexpected"), spec("d", "skipped")] }],
      },
    ];
    await writeFile(file, JSON.stringify({ suites, errors: [{ message: "no server" }] }));
    expect(await readPlaywrightReport(file)).toEqual({
      passed: 1,
      failed: 3,
      skipped: ["x.spec.ts: d"],
    });
  });
});
