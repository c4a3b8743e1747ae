/** The order in which a search lists what it found. */
import type { Found } from "#lib/search/data-found.ts";
import type { WantedTerm } from "#lib/search/data-lists.ts";
import { readPlaces, readPlacesOfArticles, type PlacesOf } from "#lib/search/data-places.ts";
import type { Reading } from "#lib/search/data-postings.ts";
import { orderByDate } from "#lib/search/index/date-order.ts";
import {
  bestOfWord,
  compareBy,
  firstOf,
  nearnessOf,
  placedWords,
  PROXIMITY_CANDIDATES,
  scoreTerms,
  type Order,
  type PlacedWord,
} from "#lib/search/index/rank.ts";
import { RANKING, RECENCY_HALF_DAYS, type RankingWeights } from "#lib/search/ranking.ts";
import type { SearchQuery } from "#lib/search/types.ts";

/** What is listed first, before it is known where words stand. */
export type FirstFound = {
  reading: Reading;
  count: number;
  /** In their order, where nothing is `near`. */
  docs: readonly number[];
  near: NearFound | null;
};

/** The best by single words: the nearness of these to each other raises their scores. */
type NearFound = {
  /** Of all `docs`, by single words. */
  scores: readonly number[];
  /** Ascending, each with what nearness counts for. */
  docs: Int32Array;
  weights: Float32Array;
  words: readonly PlacedWord[];
};

type Sorting = Pick<SearchQuery, "sort">;

/** The first `count` of what a search found; `settleFirst` puts them in their order. What is alike, the newest first. */
export function firstFound(
  { sort }: Sorting,
  found: Found,
  count: number,
  weights: RankingWeights = RANKING,
): FirstFound {
  const { hits, words, reading } = found;
  const { columns } = reading.view;
  const settled = (docs: number[]) => ({ reading, count, docs, near: null });
  const [word] = words;
  if (!word || count < 1 || sort === "newest" || sort === "oldest")
    return settled(firstOf(hits, orderByDate(columns, "published", sort !== "oldest"), count));
  const tie = compareBy(orderByDate(columns, "published", true));
  const ofOne =
    words.length === 1 && sort === "relevance"
      ? bestOfWord(hits, word, reading, { weights, count, tie })
      : null;
  if (ofOne) return settled(ofOne);
  const scores = scoreTerms(hits, words, reading, weights);
  const order: Order = { keys: scores, isDescending: true, tie };
  const placed = weights.proximity > 0 ? placedWords(words, reading) : [];
  const nearest = placed.length > 0 ? PROXIMITY_CANDIDATES : 0;
  const isRecent = sort === "recent";
  const best = firstOf(hits, order, isRecent ? nearest : nearest + count);
  const near = best.slice(0, nearest);
  const factorOf = isRecent ? favourRecent(scores, found) : () => 1;
  // What recency has raised may have passed what is near.
  const first = isRecent ? firstOf(hits, order, nearest + count) : best;
  if (nearest === 0) return settled(first.slice(0, count));
  const docs = [...new Set([...near, ...first])];
  const ascending = Int32Array.from(near).sort();
  return {
    ...{ reading, count, docs },
    near: {
      scores: docs.map((doc) => scores[doc]!),
      docs: ascending,
      weights: Float32Array.from(ascending, (doc) => weights.proximity * factorOf(doc)),
      words: placed,
    },
  };
}

/** The first in their order; where words stand is read for it. */
export async function settleFirst(first: FirstFound): Promise<number[]> {
  const { near, reading } = first;
  if (!near) return [...first.docs];
  const terms = termsOf(near);
  const placesOf =
    (await readPlaces(reading.view, terms, reading.lists, () => near.docs)) ??
    (await readPlacesOfArticles(near.docs, terms)).placesOf;
  return inOrder(first, placesOf);
}

/** The same where it is known where the words stand in them. */
export function inOrder({ reading, count, docs, near }: FirstFound, placesOf: PlacesOf): number[] {
  if (!near) return [...docs];
  const nearness = nearnessOf(near.docs, near.words, placesOf);
  const added = new Map(
    Array.from(near.docs, (doc, i) => [doc, near.weights[i]! * nearness[i]!] as const),
  );
  const byDate = compareBy(orderByDate(reading.view.columns, "published", true));
  return docs
    .map((doc, i) => ({ doc, score: near.scores[i]! + (added.get(doc) ?? 0) }))
    .sort((one, other) => other.score - one.score || byDate(one.doc, other.doc))
    .slice(0, count)
    .map(({ doc }) => doc);
}

function termsOf({ words }: NearFound): WantedTerm[] {
  return words.flatMap(({ word }) => word.map(({ term, isPrefix }) => ({ term, isPrefix })));
}

/** Each score counts up to twice, by how close to the newest article found its own is; returns the factor of each. */
function favourRecent(scores: Float32Array, { hits, reading }: Found): (doc: number) => number {
  const { days } = reading.view.columns;
  const docs = hits.toArray();
  const newest = docs.reduce((day, doc) => Math.max(day, days[doc]!), -Infinity);
  const factorOf = (doc: number) => 1 + 1 / (1 + (newest - days[doc]!) / RECENCY_HALF_DAYS);
  for (const doc of docs) scores[doc]! *= factorOf(doc);
  return factorOf;
}
