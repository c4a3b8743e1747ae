import { expect, it } from "vitest";
import { chooseCommon, inParts } from "#lib/search/index/common-terms.ts";

const termsOf = (...counts: number[]) =>
  counts.map((articles, i) => ({ term: `t${i}`, isPrefix: false, articles }));

it("takes the commonest terms, as many as there is room for", () => {
  const terms = termsOf(400, 300, 200, 100);
  const namesFor = (bytes: number) => {
    const { listed, placed } = chooseCommon(terms, bytes);
    return [listed.length, placed.length];
  };
  // Lists take 2,000, 1,500, 1,000 and 500 bytes; places 3,200, 2,400, 1,600 and 800.
  expect(namesFor(0)).toEqual([0, 0]);
  expect(namesFor(6_000)).toEqual([1, 0]);
  expect(namesFor(7_000)).toEqual([1, 1]);
  expect(namesFor(15_000)).toEqual([4, 2]);
  expect(namesFor(100_000)).toEqual([4, 4]);
  expect(chooseCommon([], 100)).toEqual({ listed: [], placed: [] });
});

it("reads as many at once as others can wait for", () => {
  expect(inParts(termsOf(900_000, 800_000, 200_000, 1, 2)).map((part) => part.length)).toEqual([
    1, 2, 2,
  ]);
  expect(inParts(termsOf(3_000_000, 1)).map((part) => part.length)).toEqual([1, 1]);
  expect(inParts([])).toEqual([]);
});
