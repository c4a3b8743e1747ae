import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { getLockHolder, takeRunLock, waitForRunLock } from "#lib/runtime/run-lock.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-lock-"));
});

afterEach(() => rm(folder, { recursive: true }));

it("is held by one at a time, and names who holds it", async () => {
  const first = await takeRunLock(folder, "archive");
  expect(await takeRunLock(folder, "command")).toBeNull();
  expect(await getLockHolder(folder)).toEqual({ pid: process.pid, kind: "archive" });
  first?.release();
  const second = await takeRunLock(folder, "command");
  expect(await getLockHolder(folder)).toEqual({ pid: process.pid, kind: "command" });
  second?.release();
});

it("is waited for", async () => {
  const first = await takeRunLock(folder, "archive");
  const waiting = waitForRunLock(folder, "command", 5_000);
  first?.release();
  const second = await waiting;
  expect(second).not.toBeNull();
  second?.release();
});
