import type { Found } from "#lib/search/data-found.ts";
import { orderByDate } from "#lib/search/index/date-order.ts";
import {
  addProximity,
  bestOfWord,
  compareBy,
  firstOf,
  PROXIMITY_CANDIDATES,
  scoreTerms,
  type Order,
} from "#lib/search/index/rank.ts";
import { RANKING, RECENCY_HALF_DAYS, type RankingWeights } from "#lib/search/ranking.ts";
import type { SearchQuery } from "#lib/search/types.ts";

/** The order in which a search lists what it found; what is alike, the newest first. */
export function orderFor(
  { sort }: Pick<SearchQuery, "sort">,
  found: Found,
  weights: RankingWeights = RANKING,
): Order {
  if (sort === "oldest") return orderByDate(found.reading.view.columns, "published", false);
  if (sort === "newest" || found.words.length === 0) return newestOrder(found);
  const { scores } = scoreFound(found, weights);
  if (sort === "recent") favourRecent(scores, found);
  return { keys: scores, isDescending: true, tie: compareBy(newestOrder(found)) };
}

/** The first `count` of what a search found: of all in its order, without putting all in order. */
export function firstFound(
  query: Pick<SearchQuery, "sort">,
  found: Found,
  count: number,
): number[] {
  const { hits, words, reading } = found;
  const [word] = words;
  if (query.sort !== "relevance" || !word || count < 1)
    return firstOf(hits, orderFor(query, found), count);
  const tie = compareBy(newestOrder(found));
  const ofOne =
    words.length === 1 ? bestOfWord(hits, word, reading, { weights: RANKING, count, tie }) : null;
  return ofOne ?? bestOfWords(found, count, tie);
}

/** What nearness does not count for scores no more than the last of those for which it does. */
function bestOfWords(found: Found, count: number, tie: Order["tie"]): number[] {
  const { scores, near, others } = scoreFound(found, RANKING);
  const order: Order = { keys: scores, isDescending: true, tie };
  const first = [...near].sort(compareBy(order)).slice(0, count);
  const last = first.at(-1);
  const isAll = first.length === count && last !== undefined && scores[last]! > others;
  return isAll ? first : firstOf(found.hits, order, count);
}

function newestOrder({ reading }: Found): Order {
  return orderByDate(reading.view.columns, "published", true);
}

/** Scores, the documents `near` in which nearness counts, and what all `others` score at most. */
function scoreFound({ hits, words, reading }: Found, weights: RankingWeights) {
  const scores = scoreTerms(hits, words, reading, weights);
  if (words.length < 2) return { scores, near: [], others: Infinity };
  const near = firstOf(
    hits,
    { keys: scores, isDescending: true, tie: (one, other) => one - other },
    PROXIMITY_CANDIDATES,
  );
  const others = scores[near.at(-1) ?? 0]!;
  addProximity(scores, near, words, reading, weights.proximity);
  return { scores, near, others };
}

/** Each score counts up to twice, by how close to the newest article found its own is. */
function favourRecent(scores: Float32Array, { hits, reading }: Found): void {
  const { days } = reading.view.columns;
  const docs = hits.toArray();
  const newest = docs.reduce((day, doc) => Math.max(day, days[doc]!), -Infinity);
  for (const doc of docs) scores[doc]! *= 1 + 1 / (1 + (newest - days[doc]!) / RECENCY_HALF_DAYS);
}
