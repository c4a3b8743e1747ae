import { expect, it } from "vitest";
import { londonDayOf, startOfLondonDay } from "#lib/audit/london-day.ts";

it.each([
  ["2025-02-27", "2025-02-27T00:00:00.000Z"],
  ["2025-07-04", "2025-07-03T23:00:00.000Z"],
  // The days on which the clocks change begin before they do.
  ["2025-03-30", "2025-03-30T00:00:00.000Z"],
  ["2025-03-31", "2025-03-30T23:00:00.000Z"],
  ["2025-10-26", "2025-10-25T23:00:00.000Z"],
  ["2025-10-27", "2025-10-27T00:00:00.000Z"],
])("%s begins at %s", (day, instant) => {
  expect(startOfLondonDay(day).toISOString()).toBe(instant);
  expect(londonDayOf(new Date(instant))).toBe(day);
});

it("refuses what is no day", () => {
  expect(() => startOfLondonDay("2025-02-30")).toThrow(RangeError);
});
