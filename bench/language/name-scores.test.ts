import { expect, it } from "vitest";
import { scoreSpans } from "./name-scores.ts";

const span = (start: number, end: number) => ({ start, end });

it("counts a span as found by each measure's own degree of agreement", () => {
  const marked = [span(0, 10), span(20, 30), span(40, 50), span(60, 70)];
  const found = [span(0, 10), span(20, 29), span(40, 46), span(80, 85)];
  const { strict, iou80, iou50, characters } = scoreSpans([{ marked, found }]);
  expect(strict.f1).toBeCloseTo(1 / 4);
  expect(iou80.f1).toBeCloseTo(2 / 4);
  expect(iou50.f1).toBeCloseTo(3 / 4);
  expect(characters.precision).toBeCloseTo(25 / 30);
  expect(characters.recall).toBeCloseTo(25 / 40);
});

it("matches one to one, and each document by itself", () => {
  const twice = scoreSpans([{ marked: [span(0, 10)], found: [span(0, 10), span(0, 10)] }]);
  expect(twice.strict).toMatchObject({ precision: 0.5, recall: 1 });
  const apart = scoreSpans([
    { marked: [span(0, 10)], found: [] },
    { marked: [], found: [span(0, 10)] },
  ]);
  expect(apart.strict.f1).toBe(0);
});

it("is nought where nothing is marked or found", () => {
  expect(scoreSpans([{ marked: [], found: [] }]).strict).toEqual({
    precision: 0,
    recall: 0,
    f1: 0,
  });
});
