/** Which articles have what was chosen of each facet, and which but for one facet would be hits. */
import { flagsOf, toDayNumber, type ArticleColumns } from "#lib/search/index/article-columns.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import type { FacetName } from "#lib/search/types.ts";

/** As `FacetChoice`, by the numbers of the index; null: of nothing that is known. */
export type NumberChoice = {
  facet: FacetName;
  numbers: (number | null)[];
  isAny: boolean;
  notNumbers: (number | null)[];
};

/** Of each facet of which any is asked for: what meets all but that. With the hits, what it could add. */
export type NearMisses = ReadonlyMap<FacetName, DocSet>;

export type Narrowing = {
  /**
   * Whether a document meets every choice, null where there is none; one that fails a facet alone is kept as
   * a near miss.
   */
  meets: ((doc: number) => boolean) | null;
  nearMisses: NearMisses;
};

type Test = (doc: number) => boolean;

/**
 * Every facet's own count needs what the search finds without that facet. One pass tells both: what
 * fails one facet only is a near miss of it (as Lucene's DrillSideways does).
 */
export function narrowBy(choices: readonly NumberChoice[], columns: ArticleColumns): Narrowing {
  const nearMisses = new Map<FacetName, DocSet>();
  const required: Test[] = [];
  const lifted: { meets: Test; missed: DocSet }[] = [];
  for (const { facet, numbers, isAny, notNumbers } of choices) {
    const isExcluded = testOfAny(facet, notNumbers.filter(isKnown), columns);
    if (notNumbers.length > 0) required.push((doc) => !isExcluded(doc));
    const known = numbers.filter(isKnown);
    if (isAny && numbers.length > 0) {
      const missed = new DocSet(columns.limit);
      nearMisses.set(facet, missed);
      lifted.push({ meets: testOfAny(facet, known, columns), missed });
    } else {
      required.push(...known.map((number) => testOfAny(facet, [number], columns)));
      if (known.length < numbers.length) required.push(() => false);
    }
  }
  const meets = (doc: number) => {
    for (const test of required) if (!test(doc)) return false;
    let failed: DocSet | null = null;
    for (const { meets, missed } of lifted) {
      if (meets(doc)) continue;
      if (failed) return false;
      failed = missed;
    }
    failed?.add(doc);
    return failed === null;
  };
  const [only] = required;
  if (lifted.length === 0 && required.length <= 1) return { meets: only ?? null, nearMisses };
  return { meets, nearMisses };
}

function isKnown(number: number | null): number is number {
  return number !== null;
}

function testOfAny(facet: FacetName, numbers: readonly number[], columns: ArticleColumns): Test {
  switch (facet) {
    case "topics":
      return columns.topics.testOfAny(numbers);
    case "people":
    case "countries":
      return columns.actors.testOfAny(numbers);
    case "outlets": {
      const isWanted = flagsOf(numbers, Math.max(0, ...numbers) + 1);
      return (doc) => isWanted[columns.outlets[doc]!] === 1;
    }
    case "years":
      return isInYears(numbers, columns);
  }
}

function isInYears(numbers: readonly number[], columns: ArticleColumns): Test {
  const spans = numbers.map((number) => {
    const year = String(number).padStart(4, "0");
    return { first: toDayNumber(`${year}-01-01`), last: toDayNumber(`${year}-12-31`) };
  });
  return (doc) => {
    const day = columns.days[doc]!;
    for (const { first, last } of spans) if (day >= first && day <= last) return true;
    return false;
  };
}
