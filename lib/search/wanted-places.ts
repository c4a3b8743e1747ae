/** What of a query asks where words stand. */
import { keyOf, type WantedTerm } from "#lib/search/data-lists.ts";
import type { Reading, WantedPlaces } from "#lib/search/data-postings.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { candidatesOf } from "#lib/search/index/evaluate-terms.ts";
import { leavesOf, type TermLeaf, type TermQuery } from "#lib/search/index/term-query.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";

/** What has to stand together: each row the sides of a phrase or of what is near, which an article must all hold. */
export function listTogether(
  node: QueryNode | null,
  termsOf: (phrase: Phrase) => TermQuery | null,
): TermQuery[][] {
  switch (node?.type) {
    case "phrase":
      return listFollowed(termsOf(node)).map((each) => [each]);
    case "near": {
      const [left, right] = [termsOf(node.left), termsOf(node.right)];
      if (left && right) return [[left, right]];
      return listFollowed(left ?? right).map((each) => [each]);
    }
    case "and":
    case "or":
      return node.parts.flatMap((part) => listTogether(part, termsOf));
    case "not":
      return listTogether(node.part, termsOf);
    default:
      return [];
  }
}

function listFollowed(terms: TermQuery | null): TermQuery[] {
  switch (terms?.type) {
    case "followed":
      return [terms];
    case "and":
    case "or":
      return [...listFollowed(terms.left), ...listFollowed(terms.right)];
    case "not":
      return listFollowed(terms.part);
    default:
      return [];
  }
}

/** Where their terms are to be looked up: in the articles that hold all of a row. */
export function placesWanted(together: readonly TermQuery[][], reading: Reading): WantedPlaces {
  const listDocs = () =>
    together
      .map((sides) => candidatesOf(sides, reading, null))
      .reduce((all, each) => all.join(each), new DocSet(reading.view.columns.limit))
      .toArray();
  return { terms: distinctTerms(together.flat().flatMap(leavesOf)), listDocs };
}

/** Each term once. */
export function distinctTerms(leaves: readonly TermLeaf[]): WantedTerm[] {
  return [
    ...new Map(
      leaves.map(({ term, isPrefix }) => [keyOf({ term, isPrefix }), { term, isPrefix }]),
    ).values(),
  ];
}
