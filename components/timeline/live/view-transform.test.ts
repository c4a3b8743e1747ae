import fc from "fast-check";
import { expect, it } from "vitest";
import { fromTransform, toTransform } from "./view-transform.ts";

it("shows the window that it was made of, wherever time lies on the screen", () => {
  const day = fc.integer({ min: -10_000, max: 30_000 });
  const length = fc.double({ min: 0.25, max: 20_000, noNaN: true });
  const area = fc.record({
    left: fc.integer({ min: 0, max: 200 }),
    width: fc.integer({ min: 200, max: 2_400 }),
  });
  fc.assert(
    fc.property(day, length, day, area, (from, days, start, place) => {
      const whole = { from: start, to: start + 15_000 };
      const window = { from, to: from + days };
      const back = fromTransform(toTransform(window, whole, place), whole, place);
      expect(back.from).toBeCloseTo(window.from, 4);
      expect(back.to).toBeCloseTo(window.to, 4);
    }),
  );
});
