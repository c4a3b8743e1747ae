/** Which articles have what was chosen of each facet, and which but for one facet would be hits. */
import { toDayNumber, type ArticleColumns } from "#lib/search/index/article-columns.ts";
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
  /** Whether a document meets every choice; one that fails a facet alone is kept as a near miss. */
  meets: (doc: number) => boolean;
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
    const tests = numbers.map((number) => testOf(facet, number, columns));
    for (const number of notNumbers) {
      const isExcluded = testOf(facet, number, columns);
      required.push((doc) => !isExcluded(doc));
    }
    if (!isAny) required.push(...tests);
    else if (tests.length > 0) {
      const missed = new DocSet(columns.limit);
      nearMisses.set(facet, missed);
      lifted.push({ meets: (doc) => tests.some((test) => test(doc)), missed });
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
  return { meets, nearMisses };
}

function testOf(facet: FacetName, number: number | null, columns: ArticleColumns): Test {
  if (number === null) return () => false;
  switch (facet) {
    case "topics":
      return (doc) => columns.topics.has(doc, number);
    case "people":
    case "countries":
      return (doc) => columns.actors.has(doc, number);
    case "outlets":
      return (doc) => columns.outlets[doc] === number;
    case "years":
      return isInYear(number, columns);
  }
}

function isInYear(number: number, columns: ArticleColumns): Test {
  const year = String(number).padStart(4, "0");
  const [first, last] = [toDayNumber(`${year}-01-01`), toDayNumber(`${year}-12-31`)];
  return (doc) => columns.days[doc]! >= first && columns.days[doc]! <= last;
}
