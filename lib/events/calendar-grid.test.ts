import { describe, expect, it } from "vitest";
import { heatLevel, monthGrid } from "./calendar-grid.ts";

describe("monthGrid", () => {
  it("begins weeks on Monday and leaves other months' days out", () => {
    const grid = monthGrid(2025, 2);
    expect(grid[0]).toEqual([null, null, null, null, null, "2025-02-01", "2025-02-02"]);
    expect(grid.at(-1)?.[4]).toBe("2025-02-28");
    expect(grid).toHaveLength(5);
  });

  it("fits a February of four whole weeks and a month of six", () => {
    expect(monthGrid(2021, 2)).toHaveLength(4);
    expect(monthGrid(2025, 3)).toHaveLength(6);
  });

  it("has every day of a leap February once", () => {
    const days = monthGrid(2024, 2).flat().filter(Boolean);
    expect(days).toHaveLength(29);
    expect(new Set(days).size).toBe(29);
  });

  it("knows no thirteenth month", () => {
    expect(() => monthGrid(2025, 13)).toThrow(RangeError);
  });
});

describe("heatLevel", () => {
  it.each([
    [0, 10, 0],
    [1, 1, 4],
    [1, 100, 1],
    [5, 100, 2],
    [100, 100, 4],
    [3, 0, 4],
  ])("draws %i of at most %i at level %i", (count, max, level) => {
    expect(heatLevel(count, max)).toBe(level);
  });
});
