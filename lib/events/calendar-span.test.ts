import { describe, expect, it } from "vitest";
import { calendarSpan } from "./calendar-span.ts";

describe("calendarSpan", () => {
  it.each([
    [["2025"], { path: "/2025", label: "2025", from: "2025-01-01", to: "2025-12-31" }],
    [
      ["2024", "02"],
      { path: "/2024/02", label: "February 2024", from: "2024-02-01", to: "2024-02-29" },
    ],
    [
      ["2025", "02", "27"],
      {
        path: "/2025/02/27",
        label: "27 February 2025",
        from: "2025-02-27",
        to: "2025-02-27",
      },
    ],
  ] as const)("reads %j", ([year, month, day]: readonly string[], span) => {
    expect(calendarSpan(year ?? "", month, day)).toEqual(span);
  });

  it.each([
    ["abc"],
    ["0000"],
    ["20255"],
    ["2025", "13"],
    ["2025", "00"],
    ["2025", "2"],
    ["2025", "02", "30"],
    ["2025", "02", "7"],
    ["2025", "02", "x1"],
  ])("knows no %s %s %s", (year, month?: string, day?: string) => {
    expect(calendarSpan(year, month, day)).toBeNull();
  });
});
