import fc from "fast-check";
import { expect, it } from "vitest";
import { ArticleColumns } from "#lib/search/index/article-columns.ts";

const LIMIT = 60;
const numbers = fc.uniqueArray(fc.nat(20), { maxLength: 14 });
const article = fc.record({
  ...{ outlet: fc.integer({ min: -1, max: 3 }), topics: numbers, actors: numbers },
  ...{ statements: fc.nat(32_767), unnamed: fc.nat(9) },
});
const rest = { day: 0, releasedAt: 0, length: 1, titleEnd: 0, summaryEnd: 0, language: "en" };

function tally(values: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

it("counts what articles have as counting one by one does, also of those that have much", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(LIMIT - 1), article), { maxLength: 120 }),
      fc.uniqueArray(fc.nat(LIMIT - 1)),
      (stored, asked) => {
        const columns = new ArticleColumns();
        // Some of them change.
        for (const [doc, { topics, actors, ...each }] of stored)
          columns.set({
            ...{ ...rest, ...each, doc, id: new Uint8Array(16) },
            ...{ topics: Int32Array.from(topics), actors: Int32Array.from(actors) },
          });
        const latest = new Map(stored);
        const docs = asked.filter((doc) => latest.has(doc)).sort((one, other) => one - other);
        const found = docs.map((doc) => latest.get(doc)!);
        const { values, statements, unnamed } = columns.countValues(Int32Array.from(docs));
        expect([statements, unnamed]).toEqual([
          found.reduce((sum, each) => sum + each.statements, 0),
          found.reduce((sum, each) => sum + each.unnamed, 0),
        ]);
        expect(Object.fromEntries(values.topics)).toEqual(
          tally(found.flatMap(({ topics }) => topics)),
        );
        expect(Object.fromEntries(values.actors)).toEqual(
          tally(found.flatMap(({ actors }) => actors)),
        );
        expect(Object.fromEntries(values.outlets)).toEqual(
          tally(found.flatMap(({ outlet }) => (outlet < 0 ? [] : [outlet]))),
        );
      },
    ),
  );
});
