import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANE_IDS } from "#lib/events/schema.ts";
import { layOut } from "./lay-out.ts";
import { toTime } from "./time-units.ts";
import type {
  Box,
  CountBin,
  PictureEntry,
  PictureInput,
  PictureLane,
  PictureLayout,
} from "./types.ts";

const LANES: PictureLane[] = [...LANE_IDS, "other", "commitments"];
const FIRST = toTime("1990-01-01");
const LAST = toTime("2027-01-01");

const day = fc.integer({ min: FIRST, max: LAST });
const lanes = fc.subarray(LANES, { minLength: 1 });
const entry = fc.record({
  from: day,
  length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 800 })),
  title: fc.string({ minLength: 1, maxLength: 90 }),
  lanes,
  isSoft: fc.boolean(),
  isToVerify: fc.boolean(),
  weight: fc.integer({ min: 0, max: 100 }),
  kind: fc.constantFrom("meeting", "call", "other"),
  due: fc.option(fc.integer({ min: 1, max: 900 })),
});
const bin = fc.record({
  from: day,
  counts: fc.dictionary(fc.constantFrom(...LANES), fc.integer({ min: 1, max: 40 })),
});

const input: fc.Arbitrary<PictureInput> = fc
  .record({
    entries: fc.array(entry, { maxLength: 90 }),
    rest: fc.array(bin, { maxLength: 10 }),
    from: day,
    span: fc.oneof(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 14_000 }),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
    ),
    width: fc.integer({ min: 300, max: 2_600 }),
    shown: fc.subarray(LANES, { minLength: 1 }),
    hasEvents: fc.boolean(),
  })
  .map(({ entries, rest, from, span, width, shown, hasEvents }) => ({
    window: { from, to: from + span },
    width,
    hasEvents,
    lanes: shown,
    entries: entries.map(({ length, due, ...each }, i) => ({
      ...each,
      ...(each.lanes.includes("commitments") && {
        promise: {
          sides: each.lanes,
          due: due === null ? null : { from: each.from, to: each.from + due },
          isOpen: i % 2 > 0,
        },
      }),
      id: `e${i}`,
      path: `/events/e${i}`,
      dateLabel: "",
      to: each.from + length,
    })),
    rest: rest.map(({ from: start, counts }) => toBin(start, counts)),
    articles: [],
    statements: [],
  }));

function toBin(from: number, lanesOfBin: CountBin["lanes"]): CountBin {
  const total = Math.max(0, ...Object.values(lanesOfBin));
  return { from, to: from + 1, total, lanes: lanesOfBin };
}

function isInWindow({ window }: PictureInput, span: { from: number; to: number }): boolean {
  return span.from < window.to && span.to > window.from;
}

function expectApart(boxes: readonly Box[]): void {
  const sorted = boxes.toSorted((one, other) => one.left - other.left);
  for (let i = 1; i < sorted.length; i++)
    expect(sorted[i]?.left).toBeGreaterThanOrEqual((sorted[i - 1]?.right ?? NaN) - 0.01);
}

describe("layOut", () => {
  it("lets no label and no mark overlap another", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { named, gathered, bands } = layOut(given);
        for (const { id, rowYs } of bands) {
          rowYs.forEach((_, row) =>
            expectApart(
              named.filter((mark) => mark.lane === id && mark.row === row).map(({ box }) => box),
            ),
          );
          expectApart(gathered.filter(({ lane }) => lane === id).map(({ box }) => box));
        }
      }),
    );
  });

  it("keeps everything between its edges", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { named, gathered, left, width, height, bands } = layOut(given);
        for (const { due, mark } of named)
          if (due) expect(Math.min(mark.right, due.right)).toBeLessThanOrEqual(width);
        for (const { box, y } of [...named, ...gathered]) {
          expect(box.left).toBeGreaterThanOrEqual(left - 0.01);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.right).toBeGreaterThan(box.left);
          expect(y).toBeLessThan(height);
        }
        bands.slice(1).forEach((band, i) => expect(band.top).toBe(bands[i]?.bottom));
      }),
    );
  });

  it("keeps the order of time, of what is named in a row and of what is gathered in a lane", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { named, gathered, bands } = layOut(given);
        const start = (each: PictureEntry) => Math.max(each.from, given.window.from);
        for (const { id, rowYs } of bands) {
          rowYs.forEach((_, row) => {
            const times = named
              .filter((mark) => mark.lane === id && mark.row === row)
              .map((mark) => start(mark.entry));
            expect(times).toEqual(times.toSorted((one, other) => one - other));
          });
          const spans = gathered.filter(({ lane }) => lane === id).map(({ span }) => span.from);
          expect(spans).toEqual(spans.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it("loses nothing: in every lane, named and gathered add up to what there is", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { named, gathered, total } = layOut(given);
        for (const lane of given.lanes) {
          const here = given.entries.filter(
            (each) => isInWindow(given, each) && each.lanes.includes(lane),
          ).length;
          const rest = given.rest
            .filter((each) => isInWindow(given, each))
            .reduce((sum, each) => sum + (each.lanes[lane] ?? 0), 0);
          const marks = gathered.filter((mark) => mark.lane === lane);
          expect(
            named.filter((mark) => mark.entry.lanes.includes(lane)).length +
              marks.reduce((sum, mark) => sum + mark.count, 0),
          ).toBe(here + rest);
        }
        expect(new Set(named.map((mark) => mark.entry.id)).size).toBe(named.length);
        expect(named.length).toBeLessThanOrEqual(total);
      }),
    );
  });

  it("loses nothing while one zooms in: what a mark gathers is there when it opens", () => {
    fc.assert(
      fc.property(input, (given) => {
        const whole = { ...given, window: { from: FIRST, to: LAST + 1_000 }, rest: [] };
        for (const { span, lane, count } of layOut(whole).gathered) {
          const opened = layOut({ ...whole, window: span });
          expect(sumOf(opened, lane)).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("draws the same for the same, in whatever order it comes", () => {
    fc.assert(
      fc.property(input, (given) => {
        const turned = { ...given, entries: given.entries.toReversed() };
        expect(layOut(turned)).toEqual(layOut(given));
      }),
    );
  });

  it("names the weightiest where not all can be named", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { named, left, width } = layOut(given);
        // Half of it, beside a point in the middle, has to hold the shortest label.
        fc.pre(width - left > 300);
        const shown = given.entries.filter(
          (each) =>
            isInWindow(given, each) && each.lanes.some((lane) => given.lanes.includes(lane)),
        );
        const weightiest = Math.max(-1, ...shown.map(({ weight }) => weight));
        if (weightiest >= 0)
          expect(named.map(({ entry: { weight } }) => weight)).toContain(weightiest);
      }),
    );
  });
});

function sumOf({ named, gathered }: PictureLayout, lane: PictureLane): number {
  return (
    named.filter((mark) => mark.entry.lanes.includes(lane)).length +
    gathered.filter((mark) => mark.lane === lane).reduce((sum, { count }) => sum + count, 0)
  );
}
