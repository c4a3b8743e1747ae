/** Which articles hold what a query's words look for. */
import type { Reading } from "#lib/search/data-postings.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import {
  anywhere,
  bothOf,
  collectPlaces,
  eitherOf,
  followedBy,
  nearOf,
  type Places,
} from "#lib/search/index/places.ts";
import { findClose, findFollowing } from "#lib/search/index/single-terms.ts";
import { lookUp } from "#lib/search/index/shared-docs.ts";
import { inBody, inSummary, inTitle } from "#lib/search/index/postings.ts";
import { leavesOf, type TermLeaf, type TermQuery } from "#lib/search/index/term-query.ts";

/** Articles whose places are looked at together. */
const AT_ONCE = 2_048;

/** The articles that it matches; with `within`, of those. Withdrawn ones may be among them. */
export function findTerms(query: TermQuery, reading: Reading, within: DocSet | null): DocSet {
  switch (query.type) {
    case "term":
      return documentsOf(query, reading, within);
    case "and": {
      const [rarer, other] = rarerFirst(query, reading);
      const found = findTerms(rarer, reading, within);
      return found.keep(findTerms(other, reading, found));
    }
    case "or":
      return findTerms(query.left, reading, within).join(findTerms(query.right, reading, within));
    case "not":
      return allOf(reading).without(findTerms(query.part, reading, within));
    case "followed": {
      const find = findFollowing(query, reading);
      return findPlaced(
        [query],
        reading,
        within,
        find ?? ((candidates) => anywhere(placesOf(query, reading, candidates))),
      );
    }
  }
}

/** The articles in which both stand at most `distance` words apart. */
export function findNear(
  [left, right]: readonly [TermQuery, TermQuery],
  distance: number,
  reading: Reading,
  within: DocSet | null,
): DocSet {
  const find = findClose([left, right], distance, reading);
  if (find) return findPlaced([left, right], reading, within, find);
  return findPlaced([left, right], reading, within, (candidates) => {
    const [one, other] = [left, right].map((each) => placesOf(each, reading, candidates));
    return nearOf(one!, other!, distance);
  });
}

/** All articles, withdrawn ones too. */
export function allOf({ view }: Reading): DocSet {
  return DocSet.all(view.columns.limit);
}

/**
 * Of the articles that hold all, those in which `find` finds them, by their indices. It is given so many at
 * a time that what it makes of them stays at hand.
 */
function findPlaced(
  queries: readonly TermQuery[],
  reading: Reading,
  within: DocSet | null,
  find: (candidates: Int32Array) => number[],
): DocSet {
  const candidates = candidatesOf(queries, reading, within).toArray();
  const lists = queries
    .flatMap(leavesOf)
    .flatMap(({ term, isPrefix }) => reading.placesOf(term, isPrefix));
  // Lists that are out of order are gone through whole each time.
  const atOnce = lists.every(({ isAscending }) => isAscending) ? AT_ONCE : candidates.length;
  const found: Int32Array[] = [];
  for (let from = 0; from < candidates.length; from += atOnce) {
    const part = candidates.subarray(from, from + atOnce);
    found.push(Int32Array.from(find(part), (index) => part[index]!));
  }
  return DocSet.ofLists(found, reading.view.columns.limit);
}

/** The articles that hold all the words of these; with `within`, of those. */
export function candidatesOf(
  queries: readonly TermQuery[],
  reading: Reading,
  within: DocSet | null,
): DocSet {
  const inOrder = [...queries].sort(
    (one, other) => holdersOf(one, reading) - holdersOf(other, reading),
  );
  let found = within;
  for (const query of inOrder) {
    const holding = withoutPlaces(query, reading, found);
    found = found ? holding.keep(found) : holding;
  }
  return found!;
}

/** The articles that hold the words, wherever they stand; with `within`, of those. */
function withoutPlaces(query: TermQuery, reading: Reading, within: DocSet | null): DocSet {
  switch (query.type) {
    case "term":
      return documentsOf(query, reading, within);
    case "followed":
    case "and": {
      const [rarer, other] = rarerFirst(query, reading);
      const found = withoutPlaces(rarer, reading, within);
      return found.keep(withoutPlaces(other, reading, found));
    }
    case "or":
      return withoutPlaces(query.left, reading, within).join(
        withoutPlaces(query.right, reading, within),
      );
    case "not":
      throw new RangeError("What a phrase must not hold is not asked for.");
  }
}

type Sides = { left: TermQuery; right: TermQuery };

/** The other side has then to be looked for in the few that hold the rarer one. */
function rarerFirst({ left, right }: Sides, reading: Reading): [TermQuery, TermQuery] {
  return holdersOf(left, reading) > holdersOf(right, reading) ? [right, left] : [left, right];
}

/** How many articles hold what a query looks for, at most. */
export function holdersOf(query: TermQuery, reading: Reading): number {
  switch (query.type) {
    case "term":
      return reading
        .listsOf(query.term, query.isPrefix)
        .reduce((sum, { docs }) => sum + docs.length, 0);
    case "or":
      return holdersOf(query.left, reading) + holdersOf(query.right, reading);
    case "not":
      return reading.view.columns.limit;
    default:
      return Math.min(holdersOf(query.left, reading), holdersOf(query.right, reading));
  }
}

function placesOf(query: TermQuery, reading: Reading, candidates: Int32Array): Places {
  switch (query.type) {
    case "term":
      return collectPlaces(
        reading.placesOf(query.term, query.isPrefix),
        candidates,
        partFilter(query, reading),
      );
    case "not":
      throw new RangeError("What a phrase must not hold is not asked for.");
    case "followed":
      return followedBy(...sidesOf(query, reading, candidates), query.distance);
    default:
      return JOINED[query.type](...sidesOf(query, reading, candidates));
  }
}

const JOINED = { and: bothOf, or: eitherOf } as const;

function sidesOf(
  { left, right }: Sides,
  reading: Reading,
  candidates: Int32Array,
): [Places, Places] {
  return [placesOf(left, reading, candidates), placesOf(right, reading, candidates)];
}

function documentsOf(
  { term, isPrefix, parts }: TermLeaf,
  reading: Reading,
  within: DocSet | null,
): DocSet {
  const isWanted = wantedParts(parts);
  const found = reading.listsOf(term, isPrefix).map((list) => {
    const { docs, frequencies } = list;
    const shared = within && lookUp(list, within);
    if (shared) {
      const at = shared.at.subarray(0, shared.count);
      const wanted = isWanted ? at.filter((i) => isWanted(frequencies[i]!)) : at;
      return wanted.map((i) => docs[i]!);
    }
    return isWanted ? docs.filter((_, i) => isWanted(frequencies[i]!)) : docs;
  });
  return DocSet.ofLists(found, reading.view.columns.limit);
}

/** Which of the letters are asked for: A title, B summary, C body. */
function wantedParts(parts: string): ((frequencies: number) => boolean) | null {
  if (parts === "") return null;
  const [title, summary, body] = ["A", "B", "C"].map((part) => parts.includes(part));
  return (frequencies) =>
    (title === true && inTitle(frequencies) > 0) ||
    (summary === true && inSummary(frequencies) > 0) ||
    (body === true && inBody(frequencies) > 0);
}

function partFilter({ parts }: TermLeaf, { view: { columns } }: Reading) {
  if (parts === "") return null;
  return (doc: number, place: number) => {
    if (place <= columns.titleEnds[doc]!) return parts.includes("A");
    return parts.includes(place <= columns.summaryEnds[doc]! ? "B" : "C");
  };
}
