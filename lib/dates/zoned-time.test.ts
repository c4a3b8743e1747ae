import { expect, it } from "vitest";
import { isTimeOfDay, isTimeZone, toInstant, toZonedTime } from "#lib/dates/zoned-time.ts";

it.each([
  ["2025-02-27", "10:15", "Europe/London", "2025-02-27T10:15:00.000Z"],
  ["2025-07-01", "00:30", "Europe/London", "2025-06-30T23:30:00.000Z"],
  ["2025-02-27", "10:15", "Europe/Kyiv", "2025-02-27T08:15:00.000Z"],
  ["2025-02-27", "22:15", "America/New_York", "2025-02-28T03:15:00.000Z"],
  ["2025-10-26", "00:30", "Europe/London", "2025-10-25T23:30:00.000Z"],
  ["2025-10-26", "12:00", "Europe/London", "2025-10-26T12:00:00.000Z"],
])("takes %s %s in %s as %s, and back", (day, time, zone, instant) => {
  expect(toInstant(day, time, zone).toISOString()).toBe(instant);
  expect(toZonedTime(new Date(instant), zone)).toEqual({ day, time });
});

it("takes the first of two such times, and does not stumble over a gap", () => {
  expect(toInstant("2025-10-26", "01:30", "Europe/London").toISOString()).toBe(
    "2025-10-26T00:30:00.000Z",
  );
  expect(toInstant("2025-03-30", "01:30", "Europe/London").toISOString()).toBe(
    "2025-03-30T01:30:00.000Z",
  );
});

it("knows times of day and zones", () => {
  expect(["00:00", "23:59", "24:00", "9:30", ""].map(isTimeOfDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["Europe/Kyiv", "Mars/Olympus"].map(isTimeZone)).toEqual([true, false]);
});
