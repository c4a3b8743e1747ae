import fc from "fast-check";
import { expect, it } from "vitest";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { firstOf } from "#lib/search/index/rank.ts";

const LIMIT = 500;
const docs = fc.uniqueArray(fc.nat(LIMIT - 1));

function setOf(numbers: readonly number[]): DocSet {
  const set = new DocSet(LIMIT);
  for (const number of numbers) set.add(number);
  return set;
}

it("takes the first of an order as sorting all would", () => {
  fc.assert(
    fc.property(docs, fc.infiniteStream(fc.nat(5)), fc.nat(30), (numbers, keys, count) => {
      const keyOf = new Map(numbers.map((number) => [number, keys.next().value as number]));
      const order = (one: number, other: number) =>
        (keyOf.get(one) ?? 0) - (keyOf.get(other) ?? 0) || one - other;
      expect(firstOf(setOf(numbers), order, count)).toEqual(
        [...numbers].sort(order).slice(0, count),
      );
    }),
  );
});

it("sets of documents join, keep and take out as sets do", () => {
  fc.assert(
    fc.property(docs, docs, (one, other) => {
      const sorted = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b);
      expect([...setOf(one).join(setOf(other)).toArray()]).toEqual(sorted([...one, ...other]));
      expect([...setOf(one).keep(setOf(other)).toArray()]).toEqual(
        sorted(one.filter((number) => other.includes(number))),
      );
      expect([...setOf(one).without(setOf(other)).toArray()]).toEqual(
        sorted(one.filter((number) => !other.includes(number))),
      );
      expect(setOf(one).size).toBe(one.length);
    }),
  );
});
