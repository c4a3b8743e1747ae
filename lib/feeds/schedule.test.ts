import { expect, it } from "vitest";
import { afterFailure, afterSuccess } from "#lib/feeds/schedule.ts";

const NOW = new Date("2025-02-27T12:00:00Z");
const HOUR_MS = 3_600_000;
const minutesTo = (next: Date) => (next.getTime() - NOW.getTime()) / 60_000;

it.each([
  ["the interval", 60, 0, 60],
  ["what the feed says, if that is longer", 60, 4 * HOUR_MS, 240],
  ["not sooner, whatever the feed says", 60, 0.1 * HOUR_MS, 60],
  ["a day at most for the feed's sake", 60, 90 * 24 * HOUR_MS, 24 * 60],
  ["a week where a person said so", 7 * 24 * 60, HOUR_MS, 7 * 24 * 60],
])("after an answer it waits %s", (_, intervalMinutes, freshMs, minutes) => {
  expect(minutesTo(afterSuccess({ now: NOW, intervalMinutes, random: 0 }, freshMs))).toBe(minutes);
});

it.each([
  ["twice the interval", 60, 1, null, 120],
  ["and twice that", 60, 2, null, 240],
  ["from a quarter of an hour on", 15, 3, null, 120],
  ["a day at most", 60, 5, null, 24 * 60],
  ["a day at most, however often", 60, 5_000, null, 24 * 60],
  ["never less than the interval", 7 * 24 * 60, 1, null, 7 * 24 * 60],
  ["as long as the site asks for", 60, 1, 5 * HOUR_MS, 300],
  ["not shorter, because the site asks for less", 60, 1, 1_000, 120],
  ["a week at most, if the site asks for years", 60, 1, 5_000 * 24 * HOUR_MS, 7 * 24 * 60],
])("after a failure it waits %s", (_, intervalMinutes, failures, retryAfterMs, minutes) => {
  const next = afterFailure({ now: NOW, intervalMinutes, random: 0 }, { failures, retryAfterMs });
  expect(minutesTo(next)).toBe(minutes);
});

it("waits up to a tenth longer, by chance", () => {
  const circumstances = { now: NOW, intervalMinutes: 60 };
  expect(minutesTo(afterSuccess({ ...circumstances, random: 0.5 }, 0))).toBe(63);
  const failed = { failures: 1, retryAfterMs: null };
  expect(minutesTo(afterFailure({ ...circumstances, random: 1 }, failed))).toBeCloseTo(132);
});
