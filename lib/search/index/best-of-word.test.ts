import fc from "fast-check";
import { expect, it } from "vitest";
import type { Reading } from "#lib/search/data-postings.ts";
import { ArticleColumns } from "#lib/search/index/article-columns.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { bestOfWord, firstOf, scoreTerms } from "#lib/search/index/rank.ts";
import type { Postings } from "#lib/search/index/postings.ts";
import { RANKING } from "#lib/search/ranking.ts";

const LIMIT = 200;
const WORD = [{ type: "term", term: "tide", isPrefix: false, parts: "" }] as const;
const byte = fc.oneof(fc.constantFrom(0b10101010, 0b11111111, 1), fc.nat(255));
const holding = fc.uniqueArray(fc.tuple(fc.nat(LIMIT - 1), byte), {
  selector: ([doc]) => doc,
});
const rest = { releasedAt: 0, outlet: -1, titleEnd: 0, summaryEnd: 0, language: "en" };

function columnsOf(lengths: readonly number[]): ArticleColumns {
  const columns = new ArticleColumns();
  lengths.forEach((length, doc) =>
    columns.set({
      ...{ ...rest, doc, length, day: doc % 7, id: new Uint8Array(16).fill(doc) },
      ...{ statements: 0, unnamed: 0, topics: new Int32Array(0), actors: new Int32Array(0) },
    }),
  );
  return columns;
}

function listOf(rows: readonly (readonly [doc: number, frequencies: number])[]): Postings {
  const sorted = [...rows].sort(([one], [other]) => one - other);
  return {
    docs: Int32Array.from(sorted, ([doc]) => doc),
    frequencies: Uint8Array.from(sorted, ([, frequencies]) => frequencies),
    isAscending: true,
  };
}

it("the best of a word are the first of all by their scores", () => {
  // Of few lengths many score alike, where the days decide.
  const length = fc.oneof(fc.constantFrom(100, 101, 2_000), fc.integer({ min: 1, max: 9_000 }));
  const lengths = fc.array(length, { minLength: LIMIT, maxLength: LIMIT });
  const chosen = fc.uniqueArray(fc.nat(LIMIT - 1));
  fc.assert(
    fc.property(lengths, holding, chosen, fc.nat(40), (characters, rows, others, count) => {
      const columns = columnsOf(characters);
      const half = Math.floor(LIMIT / 2);
      // Two segments.
      const lists = [rows.filter(([doc]) => doc < half), rows.filter(([doc]) => doc >= half)].map(
        listOf,
      );
      const reading = { view: { columns }, listsOf: () => lists } as unknown as Reading;
      const hits = new DocSet(LIMIT);
      // Some of those that hold it, and some that may not.
      for (const doc of others) hits.add(doc);
      const tie = (one: number, other: number) => other - one;
      const best = bestOfWord(hits, WORD, reading, { weights: RANKING, count, tie });
      const keys = scoreTerms(hits, [WORD], reading, RANKING);
      const expected = firstOf(hits, { keys, isDescending: true, tie }, count);
      if (best !== null) expect(best).toEqual(expected);
      else expect(count === 0 || expected.some((doc) => keys[doc] === 0)).toBe(true);
    }),
  );
});
