import { describe, expect, it } from "vitest";
import { daysToCount, toBars, toDayBars } from "#lib/search/histogram.ts";

describe("bars", () => {
  it("stand for months over a short span, gaps included", () => {
    const bars = toBars([
      { month: "2024-12", count: 2 },
      { month: "2025-02", count: 5 },
    ]);
    expect(bars.map(({ key, count }) => [key, count])).toEqual([
      ["2024-12", 2],
      ["2025-01", 0],
      ["2025-02", 5],
    ]);
    expect(bars[2]).toMatchObject({ label: "February 2025", from: "2025-02-01", to: "2025-02-28" });
  });

  it("stand for years over a longer span", () => {
    const bars = toBars([
      { month: "1994-12", count: 1 },
      { month: "1996-03", count: 2 },
      { month: "1998-01", count: 4 },
      { month: "1998-07", count: 1 },
    ]);
    expect(bars.map(({ key, count }) => [key, count])).toEqual([
      ["1994", 1],
      ["1995", 0],
      ["1996", 2],
      ["1997", 0],
      ["1998", 5],
    ]);
    expect(bars[0]).toMatchObject({ from: "1994-01-01", to: "1994-12-31" });
  });

  it("stand for all the months that were chosen, unless these are too many", () => {
    const months = [{ month: "2025-02", count: 5 }];
    const keys = toBars(months, { from: "2025-01-01", to: "2025-12-31" }).map(({ key }) => key);
    expect(keys).toHaveLength(12);
    expect([keys[0], keys[11]]).toEqual(["2025-01", "2025-12"]);
    expect(toBars(months, { from: "1900-01-01", to: "2099-12-31" })).toHaveLength(1);
    expect(toBars(months, { from: "2025-01-15", to: null })).toHaveLength(2);
  });

  it("stand for days, those without articles among them", () => {
    const bars = toDayBars([{ day: "2024-02-29", count: 2 }], {
      from: "2024-02-28",
      to: "2024-03-01",
    });
    expect(bars).toMatchObject([
      { key: "2024-02-28", count: 0 },
      { key: "2024-02-29", label: "29 February 2024", from: "2024-02-29", count: 2 },
      { key: "2024-03-01", count: 0 },
    ]);
  });

  it.each([
    ["few days", "2025-02-03", "2025-03-05", ["2025-02"], ["2025-02-03", "2025-03-05"]],
    ["a month found", null, null, ["2025-02"], ["2025-02-01", "2025-02-28"]],
    ["two months found", "2025-02-10", null, ["2025-02", "2025-03"], ["2025-02-10", "2025-03-31"]],
    ["months apart", null, null, ["2025-02", "2025-04"], null],
    ["a year", "2025-01-01", "2025-12-31", ["2025-02"], null],
    ["a month of decades", "1990-01-01", "2025-12-31", ["2025-02"], ["2025-02-01", "2025-02-28"]],
    ["nothing", "2025-02-03", "2025-02-05", [], null],
  ])("are counted by day or not: %s", (_what, from, to, months, days) => {
    const found = months.map((month) => ({ month, count: 1 }));
    expect(daysToCount({ from, to }, found)).toEqual(days && { from: days[0], to: days[1] });
  });

  it("are none for nothing", () => {
    expect(toBars([])).toEqual([]);
  });
});
