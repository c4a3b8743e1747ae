import fc from "fast-check";
import { expect, it } from "vitest";
import { LANE_IDS } from "#lib/events/schema.ts";
import { chooseEntries } from "./choose-entries.ts";

const event = fc.record({
  id: fc.uuid(),
  from: fc.integer({ min: 0, max: 4_000 }),
  length: fc.integer({ min: 1, max: 40 }),
  lanes: fc.subarray([...LANE_IDS], { minLength: 1 }),
  weight: fc.integer({ min: 0, max: 100 }),
  kind: fc.constant("call" as const),
});

it("sends no more than a view may hold, and counts all others once in each of their lanes", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(event, { minLength: 400, maxLength: 900, selector: ({ id }) => id }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 10, max: 4_000 }),
      (events, from, length) => {
        const given = events.map((each) => ({ ...each, to: each.from + each.length }));
        const covers = { from, to: from + length };
        const shown = given.filter((each) => each.from < covers.to && each.to > covers.from);
        const window = { from: from + length / 3, to: from + length / 2 };
        const { chosen, rest } = chooseEntries(given, covers, window);
        const isIn = (each: { from: number; to: number }) =>
          each.from < window.to && each.to > window.from;
        const counted = rest.filter(isIn).reduce((sum, { total }) => sum + total, 0);
        expect(chosen.filter(isIn).length + counted).toBe(shown.filter(isIn).length);
        expect(chosen.length).toBeLessThanOrEqual(480);
        expect(chosen.length + rest.reduce((sum, { total }) => sum + total, 0)).toBe(shown.length);
        for (const lane of LANE_IDS) {
          const inLane = (all: typeof given) =>
            all.filter(({ lanes }) => lanes.includes(lane)).length;
          const counted = rest.reduce((sum, { lanes }) => sum + (lanes[lane] ?? 0), 0);
          expect(inLane(chosen) + counted).toBe(inLane(shown));
        }
      },
    ),
    { numRuns: 25 },
  );
});
