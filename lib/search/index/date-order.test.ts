import fc from "fast-check";
import { expect, it } from "vitest";
import { DateGroups } from "#lib/search/index/date-order.ts";

const DOCS = 2_000;
const SPAN = 10;
const keys = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: DOCS });

it("gives all documents, whole days at a time, from one end on", () => {
  fc.assert(
    fc.property(keys, fc.boolean(), (numbers, isDescending) => {
      const docs = Int32Array.from(numbers, (_, doc) => doc);
      const parts = [...new DateGroups(docs, Int32Array.from(numbers), SPAN).parts(isDescending)];
      expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual([...docs]);
      const days = parts.map((part) => [...part].map((doc) => Math.floor(numbers[doc]! / SPAN)));
      for (const [i, later] of days.slice(1).entries()) {
        const [before, after] = isDescending ? [days[i]!, later] : [later, days[i]!];
        expect(Math.min(...before)).toBeGreaterThan(Math.max(...after));
      }
    }),
  );
});

it("has nothing to give of none", () => {
  const none = new Int32Array(0);
  expect([...new DateGroups(none, none, 1).parts(true)]).toEqual([]);
});
