import { describe, expect, it } from "vitest";
import { afterFailure, firstLook, nextLook } from "#lib/saved-searches/schedule.ts";

const at = (text: string) => new Date(`2025-02-${text}:00Z`);

describe("an alert is looked at", () => {
  it.each([
    ["hourly", "27T07:00"],
    ["daily", "28T07:00"],
  ] as const)("%s for the first time", (cadence, first) => {
    expect(firstLook(cadence, at("27T07:00"))).toEqual(at(first));
  });

  it.each([
    ["daily", "27T07:00", "27T07:00", true, "28T07:00"],
    ["daily", "27T07:00", "27T09:30", true, "28T07:00"],
    ["daily", "20T07:00", "27T06:00", false, "27T07:00"],
    ["weekly", "13T07:00", "13T07:05", false, "20T07:00"],
    ["hourly", "27T07:00", "27T07:01", true, "27T08:01"],
    ["hourly", "27T07:00", "27T07:01", false, "27T07:06"],
  ] as const)(
    "%s, due on %s and done on %s (sent: %s), on %s",
    (cadence, due, now, hasSent, next) => {
      expect(nextLook(cadence, { dueAt: at(due), now: at(now), hasSent })).toEqual(at(next));
    },
  );

  it("after failures, later and later, up to half a day", () => {
    const pauses = [1, 2, 3, 12].map(
      (failures) => (afterFailure(failures, at("27T07:00")).getTime() - +at("27T07:00")) / 60_000,
    );
    expect(pauses).toEqual([5, 10, 20, 720]);
  });
});
