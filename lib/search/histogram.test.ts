import { describe, expect, it } from "vitest";
import { toBars } from "#lib/search/histogram.ts";

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

  it("are none for nothing", () => {
    expect(toBars([])).toEqual([]);
  });
});
