import { describe, expect, it } from "vitest";
import { daysApart, nearnessOf } from "#lib/happenings/nearness.ts";

const march = (first: number, last = first) => ({
  first: `2024-03-${String(first).padStart(2, "0")}`,
  last: `2024-03-${String(last).padStart(2, "0")}`,
});

describe("nearness", () => {
  it("counts the days between two periods, in either order, and none where they touch", () => {
    expect(daysApart(march(1, 3), march(8))).toBe(5);
    expect(daysApart(march(8), march(1, 3))).toBe(5);
    expect(daysApart(march(1, 9), march(4))).toBe(0);
    expect(daysApart(null, march(4))).toBe(0);
  });

  it("falls after three days, and never below a half", () => {
    expect(nearnessOf(3)).toBe(1);
    expect(nearnessOf(10)).toBeLessThan(nearnessOf(5));
    expect(nearnessOf(10_000)).toBe(0.5);
  });
});
