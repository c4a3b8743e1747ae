import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { explainProblem, isDiskFull } from "#lib/runtime/explain.ts";

const DOING = "The data folder /srv/archive cannot be opened";

describe("explainProblem", () => {
  it.each([
    [{ code: "ENOSPC", message: "ENOSPC: no space left on device, write" }, /disk is full/],
    [new Error("initdb: error: could not write file: No space left on device"), /disk is full/],
    [{ code: "EROFS", message: "EROFS: read-only file system, mkdir" }, /disk is read-only/],
    [{ code: "EACCES", message: "EACCES: permission denied, open" }, /Permission was denied/],
    [{ code: "ENOTDIR", message: "ENOTDIR: not a directory, mkdir" }, /a file where a folder/],
  ])("says what happened and what to do about %j", (error, expected) => {
    const { message } = explainProblem(DOING, error);
    expect(message).toMatch(expected);
    expect(message.startsWith(`${DOING}. `)).toBe(true);
    expect(message).not.toContain("\n");
  });

  it("keeps the last line of what it does not know", () => {
    const problem = explainProblem(DOING, new Error("LOG: starting\nFATAL: something odd"));
    expect(problem.message).toBe(`${DOING}. FATAL: something odd`);
  });

  it("leaves an error raised on purpose alone", () => {
    const raised = new AppError("conflict", "Already running.");
    expect(explainProblem(DOING, raised)).toBe(raised);
  });
});

it("isDiskFull knows it from the words of the database too", () => {
  const message = "Code: `53100`. Message: `could not extend file: No space left on device`";
  expect(isDiskFull(new Error(message))).toBe(true);
  expect(isDiskFull(new Error("Unique constraint failed"))).toBe(false);
});
