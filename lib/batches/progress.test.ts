import { describe, expect, it } from "vitest";
import { toProgress, type CountedBatch } from "#lib/batches/progress.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const COUNTS = {
  imported: 0,
  known: 0,
  near_duplicate: 0,
  needs_review: 0,
  failed: 0,
  waiting: 0,
};
const BATCH: CountedBatch = {
  id: "b",
  state: "running",
  problem: null,
  isDryRun: false,
  total: 1_000,
  position: 600,
  counts: COUNTS,
  made: 0,
  undone: 0,
  stretchBeganAt: secondsAgo(20),
  stretchBeganWith: 400,
};

describe("toProgress", () => {
  it.each<[string, Partial<CountedBatch>, object]>([
    ["counts from its last resumption", {}, { done: 600, rate: 10, secondsLeft: 40 }],
    [
      "does again what failed before",
      { position: 1_000, stretchBeganWith: 900, counts: { ...COUNTS, waiting: 60 } },
      { done: 940, rate: 2, secondsLeft: 30 },
    ],
    [
      "takes back what it made",
      { state: "undoing", position: 1_000, made: 800, undone: 500, stretchBeganWith: 0 },
      { total: 800, done: 500, rate: 25, secondsLeft: 12 },
    ],
    ["knows no rate at first", { stretchBeganAt: secondsAgo(0.5) }, { rate: null }],
    ["knows none while it rests", { state: "paused" }, { rate: null, secondsLeft: null }],
    ["knows no end before all is counted", { total: null }, { total: null, secondsLeft: null }],
  ])("%s", (_what, changes, expected) => {
    expect(toProgress({ ...BATCH, ...changes }, NOW)).toMatchObject(expected);
  });
});
