import type { Found } from "#lib/search/data-found.ts";
import {
  addProximity,
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
  const { columns } = found.reading.view;
  const byId = (one: number, other: number) => columns.compareIds(other, one);
  const newest: Order = { keys: columns.days, isDescending: true, tie: byId };
  if (sort === "oldest")
    return { keys: columns.days, isDescending: false, tie: (one, other) => byId(other, one) };
  if (sort === "newest" || found.words.length === 0) return newest;
  const scores = scoresOf(found, weights);
  if (sort === "recent") favourRecent(scores, found);
  return { keys: scores, isDescending: true, tie: compareBy(newest) };
}

function scoresOf({ hits, words, reading }: Found, weights: RankingWeights): Float32Array {
  const scores = scoreTerms(hits, words, reading, weights);
  if (words.length < 2) return scores;
  const best = firstOf(
    hits,
    { keys: scores, isDescending: true, tie: (one, other) => one - other },
    PROXIMITY_CANDIDATES,
  );
  addProximity(scores, best, words, reading, weights.proximity);
  return scores;
}

/** Each score counts up to twice, by how close to the newest article found its own is. */
function favourRecent(scores: Float32Array, { hits, reading }: Found): void {
  const { days } = reading.view.columns;
  const docs = hits.toArray();
  const newest = docs.reduce((day, doc) => Math.max(day, days[doc]!), -Infinity);
  for (const doc of docs) scores[doc]! *= 1 + 1 / (1 + (newest - days[doc]!) / RECENCY_HALF_DAYS);
}
