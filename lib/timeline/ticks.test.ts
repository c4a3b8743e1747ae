import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeScale } from "./lay-out.ts";
import { makeTicks } from "./ticks.ts";
import { floorTo, nextOf, toTime, UNITS } from "./time-units.ts";

const WIDTH = 1_100;
const ticksOf = (from: string, to: string, hours = 0) => {
  const window = { from: toTime(from), to: toTime(to) + hours / 24 };
  return makeTicks(window, makeScale(window, 0, WIDTH), 58);
};

describe("makeTicks", () => {
  it.each([
    ["1900-01-01", "2026-01-01", "1900", undefined],
    ["1994-01-01", "2026-01-01", "1995", undefined],
    ["2012-01-01", "2026-01-01", "2012", undefined],
    ["2022-01-01", "2026-01-01", "Jan", "2022"],
    ["2025-01-01", "2026-01-01", "January", "2025"],
    ["2025-02-03", "2025-05-20", "3 Feb", "February 2025"],
    ["2025-02-20", "2025-03-04", "20 Feb", "February 2025"],
    ["2025-02-27", "2025-03-01", "00:00", "27 February 2025"],
  ])("from %s to %s begins with %s under %s", (from, to, label, over) => {
    const { ticks, overTicks } = ticksOf(from, to);
    expect(ticks.find(({ isLabelled }) => isLabelled)?.label).toBe(label);
    expect(overTicks[0]?.label).toBe(over);
  });

  it("tells the year of a window that begins within it", () => {
    const { overTicks } = ticksOf("2025-06-10", "2025-06-12");
    expect(overTicks[0]).toMatchObject({ x: 0, isLabelled: true, label: "10 June 2025" });
  });

  it("always tells a year, and lets no labels touch", () => {
    const from = fc.integer({ min: toTime("1900-01-01"), max: toTime("2100-01-01") });
    const span = fc.oneof(
      fc.double({ min: 0.25, max: 60, noNaN: true }),
      fc.integer({ min: 1, max: 60_000 }),
    );
    fc.assert(
      fc.property(from, span, (start, days) => {
        const window = { from: start, to: start + days };
        const { ticks, overTicks } = makeTicks(window, makeScale(window, 32, 390), 46);
        const labels = [...ticks, ...overTicks].filter((tick) => tick.isLabelled);
        expect(labels.some(({ label }) => /\d{4}/.test(label))).toBe(true);
      }),
    );
  });
});

describe("units of the calendar", () => {
  it("begin at or before a time, and end after it", () => {
    const time = fc.integer({ min: -200_000, max: 60_000 });
    fc.assert(
      fc.property(time, fc.constantFrom(...UNITS), (at, unit) => {
        expect(floorTo(unit, at)).toBeLessThanOrEqual(at);
        expect(nextOf(unit, at)).toBeGreaterThan(at);
        expect(floorTo(unit, nextOf(unit, at))).toBe(nextOf(unit, at));
      }),
    );
  });
});
