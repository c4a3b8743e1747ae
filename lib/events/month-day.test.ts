import { describe, expect, it } from "vitest";
import { monthDayOf, monthDaysAround, parseMonthDay, sameDayInMonths } from "./month-day.ts";

describe("a day of the year", () => {
  it("is read from an address", () => {
    expect(parseMonthDay("02-28")).toEqual({
      ...{ month: 2, day: 28, key: "02-28" },
      ...{ label: "28 February", path: "/on-this-day/02-28" },
    });
    expect(parseMonthDay("02-29")?.label).toBe("29 February");
  });

  it.each(["", "2-28", "02-30", "04-31", "13-01", "00-10", "01-00", "0228", "02-28-1", "ab-cd"])(
    "is not %s",
    (text) => {
      expect(parseMonthDay(text)).toBeNull();
    },
  );

  it.each([
    ["2025-02-28", "02-27", "02-29"],
    ["2025-03-01", "02-29", "03-02"],
    ["2025-12-31", "12-30", "01-01"],
    ["2025-01-01", "12-31", "01-02"],
  ])("%s lies between %s and %s", (day, before, after) => {
    const { previous, next } = monthDaysAround(monthDayOf(day));
    expect([previous.key, next.key]).toEqual([before, after]);
  });

  it("stands in every month, or is the last of a shorter one", () => {
    const keys = sameDayInMonths(monthDayOf("2025-01-31")).map(({ key }) => key);
    expect(keys.slice(0, 4)).toEqual(["01-31", "02-29", "03-31", "04-30"]);
    expect(keys).toHaveLength(12);
  });
});
