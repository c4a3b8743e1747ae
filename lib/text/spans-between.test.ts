import { expect, it } from "vitest";
import { firstEndingAfter, spansBetween } from "#lib/text/spans-between.ts";

const SPANS = [
  { start: 0, end: 4 },
  { start: 4, end: 6 },
  { start: 10, end: 12 },
];
const itself = <T>(item: T) => item;

it.each([
  [{ start: 3, end: 5 }, [0, 1]],
  [{ start: 4, end: 10 }, [1]],
  [{ start: 6, end: 10 }, []],
  [{ start: 0, end: 99 }, [0, 1, 2]],
  [{ start: 12, end: 99 }, []],
])("finds in %j those that have a character there", (span, expected) => {
  const found = spansBetween(SPANS, span, itself);
  expect(found.map((each) => SPANS.indexOf(each))).toEqual(expected);
});

it("finds none in an empty list", () => {
  expect(spansBetween([], { start: 0, end: 9 }, itself)).toEqual([]);
  expect(firstEndingAfter([], 3, itself)).toBe(0);
});
