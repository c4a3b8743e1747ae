import fc from "fast-check";
import { expect, it } from "vitest";
import { DocSet } from "#lib/search/index/doc-set.ts";

/** A list holds up to four of so many. */
const LIMIT = 256;
const few = fc.uniqueArray(fc.nat(LIMIT - 1), { maxLength: 5 });
const many = fc.uniqueArray(fc.nat(LIMIT - 1), { minLength: 3 });
const numbers = fc.oneof(few, many);

const MADE = {
  "one by one": (all: readonly number[]) => {
    const set = new DocSet(LIMIT);
    for (const number of all) set.add(number);
    return set;
  },
  "in order": (all: readonly number[]) => DocSet.ofAscending(Int32Array.from(all).sort(), LIMIT),
  "of lists": (all: readonly number[]) =>
    DocSet.ofLists([Int32Array.from(all), Int32Array.from(all.slice(1))], LIMIT),
};
const set = fc
  .tuple(numbers, fc.constantFrom(...Object.values(MADE)))
  .map(([all, make]) => ({ all, make: () => make(all) }));
const sorted = (all: Iterable<number>) => [...new Set(all)].sort((a, b) => a - b);

it("joins, keeps and takes out as sets do", () => {
  fc.assert(
    fc.property(set, set, (one, other) => {
      const others = other.make();
      expect([...one.make().join(others).toArray()]).toEqual(sorted([...one.all, ...other.all]));
      expect([...one.make().keep(others).toArray()]).toEqual(
        sorted(one.all.filter((number) => other.all.includes(number))),
      );
      expect([...one.make().without(others).toArray()]).toEqual(
        sorted(one.all.filter((number) => !other.all.includes(number))),
      );
      expect([...others.toArray()]).toEqual(sorted(other.all));
    }),
  );
});

it("has, counts, filters, copies and changes what it holds", () => {
  fc.assert(
    fc.property(set, fc.nat(LIMIT - 1), fc.nat(LIMIT), (one, number, limit) => {
      const made = one.make();
      expect([made.has(number), made.has(LIMIT)]).toEqual([one.all.includes(number), false]);
      expect(made.size).toBe(one.all.length);
      const isOdd = (each: number) => each % 2 === 1;
      expect([...made.filter(isOdd).toArray()]).toEqual(sorted(one.all.filter(isOdd)));
      const copy = made.copy(limit);
      expect([...copy.toArray()]).toEqual(sorted(one.all.filter((each) => each < limit)));
      const joined = new DocSet(limit).join(made);
      expect([...joined.toArray()]).toEqual(sorted(one.all.filter((each) => each < limit)));
      made.add(number);
      expect([...made.toArray()]).toEqual(sorted([...one.all, number]));
      made.delete(number);
      expect([...made.toArray()]).toEqual(sorted(one.all.filter((each) => each !== number)));
      expect(DocSet.all(limit).without(one.make()).size).toBe(limit - copy.size);
      expect([copy.size, made.words.length]).toEqual([copy.toArray().length, LIMIT / 32]);
    }),
  );
});

it("joins lists whatever their lengths", () => {
  const limit = 64 * 400;
  const list = (maxLength: number) =>
    fc.uniqueArray(fc.nat(limit - 1), { maxLength, size: "max" }).map((all) => sorted(all));
  fc.assert(
    fc.property(list(5), list(200), fc.boolean(), (short, long, isShortFirst) => {
      const [one, other] = (isShortFirst ? [short, long] : [long, short]).map((all) =>
        DocSet.ofAscending(Int32Array.from(all), limit),
      );
      const joined = one!.join(other!);
      expect(joined.few).not.toBeNull();
      expect([...joined.toArray()]).toEqual(sorted([...short, ...long]));
    }),
  );
});
