import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayParts,
  formatDay,
  isCalendarDay,
  monthRange,
  toCalendarDay,
  toDateColumn,
  toDay,
  weekday,
} from "#lib/dates/calendar-day.ts";

describe("calendar days", () => {
  it.each([
    ["2025-02-27", true],
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["1900-02-29", false],
    ["2025-13-01", false],
    ["2025-2-3", false],
    ["2025-02-27T00:00", false],
    ["", false],
  ])("knows whether %j is one", (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected);
  });

  it("are written in British English, long and short", () => {
    expect(formatDay("2025-02-27")).toBe("27 February 2025");
    expect(formatDay("2025-02-07", "short")).toBe("7 Feb 2025");
    expect(formatDay("2025-09-01", "short")).toBe("1 Sept 2025");
    expect(formatDay("soon")).toBe("soon");
  });

  it("have weekdays and neighbours across months, years and leap days", () => {
    expect(weekday("2025-02-27")).toBe("Thursday");
    expect(addDays("2025-02-28", 1)).toBe("2025-03-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
    expect(monthRange(2024, 2)).toEqual({ start: "2024-02-01", end: "2024-02-29" });
    expect(monthRange(2024, 13)).toBeNull();
  });

  it("pass through a date column unshifted", () => {
    expect(toDateColumn("2025-03-30").getTime()).toBe(Date.UTC(2025, 2, 30));
    expect(toCalendarDay(toDateColumn("2025-03-30"))).toBe("2025-03-30");
    expect(() => toDateColumn("2025-02-30")).toThrow(RangeError);
  });

  it("refuse what is not a day", () => {
    expect(() => addDays("2025-02-30", 1)).toThrow(RangeError);
    expect(() => dayParts("tomorrow")).toThrow(RangeError);
    expect(toDay({ year: 2025, month: 4, day: 31 })).toBeNull();
  });

  it("go there and back again, whatever zone the machine is in", () => {
    const day = fc
      .date({ min: new Date("0100-01-01"), max: new Date("9000-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, count) => {
        expect(addDays(addDays(start, count), -count)).toBe(start);
      }),
    );
  });
});
