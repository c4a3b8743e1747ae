import fc from "fast-check";
import { expect, it } from "vitest";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { compareBy, firstOf } from "#lib/search/index/rank.ts";

const LIMIT = 500;
const docs = fc.uniqueArray(fc.nat(LIMIT - 1));
const ordered = [docs, fc.infiniteStream(fc.nat(5)), fc.boolean(), fc.nat(30)] as const;

function setOf(numbers: readonly number[]): DocSet {
  const set = new DocSet(LIMIT);
  for (const number of numbers) set.add(number);
  return set;
}

it("takes the first of an order as sorting all would", () => {
  fc.assert(
    fc.property(...ordered, (numbers, stream, isDescending, count) => {
      const keys = new Int32Array(LIMIT);
      for (const number of numbers) keys[number] = stream.next().value as number;
      const order = { keys, isDescending, tie: (one: number, other: number) => one - other };
      expect(firstOf(setOf(numbers), order, count)).toEqual(
        [...numbers].sort(compareBy(order)).slice(0, count),
      );
    }),
  );
});
