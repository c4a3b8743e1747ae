import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/dates/calendar-day.ts";
import { LABEL_HEIGHT_PX, layOutStrip, type StripStep } from "#lib/stories/story-strip.ts";

const step = (number: number, startsOn: string, endsOn = startsOn): StripStep => ({
  ...{ number, startsOn, endsOn },
});

const anySteps = fc
  .array(fc.tuple(fc.nat({ max: 12_000 }), fc.nat({ max: 400 })), { minLength: 1, maxLength: 30 })
  .map((spans) =>
    spans.map(([from, length], i) => {
      const startsOn = addDays("1994-01-01", from);
      return step(i + 1, startsOn, addDays(startsOn, length));
    }),
  );

describe("the strip of a story", () => {
  it("places events in proportion to their days", () => {
    const { marks, height } = layOutStrip([
      step(1, "2025-01-01"),
      step(2, "2025-01-11"),
      step(3, "2025-01-06"),
    ]);
    const [first, last, middle] = marks.map(({ from }) => from);
    expect(middle).toBeCloseTo(((first ?? 0) + (last ?? 0)) / 2);
    expect(last).toBeLessThan(height);
  });

  it("draws an imprecise date as long as it is", () => {
    const { marks } = layOutStrip([step(1, "2025-01-01"), step(2, "2025-03-01", "2025-03-31")]);
    expect(marks[1]?.to).toBeGreaterThan((marks[1]?.from ?? 0) + 1);
  });

  it("labels its ticks by year, by month or by day", () => {
    const labels = (...steps: StripStep[]) => layOutStrip(steps).ticks.map(({ label }) => label);
    expect(labels(step(1, "2014-06-01"), step(2, "2026-01-01"))).toContain("2020");
    expect(labels(step(1, "2024-10-20"), step(2, "2025-04-01"))).toEqual(
      expect.arrayContaining(["Nov", "2025", "Feb"]),
    );
    expect(labels(step(1, "2025-02-27"), step(2, "2025-03-02"))).toContain("28 Feb");
  });

  it("keeps every label in the strip, in order, and over no other", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { marks, height, ticks } = layOutStrip(steps);
        expect(marks.map((mark) => mark.step)).toEqual(steps.map(({ number }) => number));
        marks.forEach(({ from, to, label }, i) => {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(height);
          expect(label).toBeGreaterThanOrEqual((marks[i - 1]?.label ?? -LABEL_HEIGHT_PX) + 48);
          expect(label + LABEL_HEIGHT_PX).toBeLessThanOrEqual(height);
        });
        for (const { y } of ticks) expect(y).toBeLessThanOrEqual(height);
      }),
    );
  });

  it("has nothing to draw without events", () => {
    expect(layOutStrip([])).toEqual({ height: 0, ticks: [], marks: [] });
  });
});
