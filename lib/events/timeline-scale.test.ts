import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTimelineScale, SCALE_WIDTH } from "./timeline-scale.ts";

const DAYS = ["1994-12-05", "2013-11-21", "2014-03-16", "2014-09-04", "2025-02-28"];

describe("makeTimelineScale", () => {
  it("has the years that have something, the fuller the wider, and fills the width", () => {
    const { years } = makeTimelineScale(DAYS);
    expect(years.map(({ year, count }) => [year, count])).toEqual([
      [1994, 1],
      [2013, 1],
      [2014, 2],
      [2025, 1],
    ]);
    expect(years[2]?.width).toBeGreaterThan(years[1]?.width ?? Infinity);
    const last = years.at(-1);
    expect((last?.start ?? 0) + (last?.width ?? 0)).toBeCloseTo(SCALE_WIDTH);
  });

  it("breaks where years are left out and nowhere else", () => {
    const [y1994, y2013, y2014] = makeTimelineScale(DAYS).years;
    const end = (span?: { start: number; width: number }) =>
      (span?.start ?? 0) + (span?.width ?? 0);
    expect(y2013?.start).toBeGreaterThan(end(y1994));
    expect(y2014?.start).toBeCloseTo(end(y2013));
  });

  it("puts a day of a break at its end, and one after all years at the end of the scale", () => {
    const { years, positionOf } = makeTimelineScale(DAYS);
    expect(positionOf("2001-05-05")).toBe(years[1]?.start);
    expect(positionOf("2030-01-01")).toBe(SCALE_WIDTH);
  });

  it("never puts a later day before an earlier one", () => {
    const day = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const { positionOf } = makeTimelineScale(DAYS);
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [earlier, later] = [a, b].sort() as [string, string];
        expect(positionOf(later)).toBeGreaterThanOrEqual(positionOf(earlier));
      }),
    );
  });

  it("fits any number of years", () => {
    const years = Array.from({ length: 200 }, (_, i) => `${1800 + i}-06-01`);
    for (const span of makeTimelineScale(years).years) {
      expect(span.start + span.width).toBeLessThanOrEqual(SCALE_WIDTH + 0.001);
    }
  });

  it("is empty where nothing is", () => {
    expect(makeTimelineScale([]).years).toEqual([]);
  });
});
