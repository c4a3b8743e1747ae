import type { SearchSort } from "#lib/search/types.ts";

/**
 * What counts how much in the order of relevance. The figures are those of
 * `npm run eval -- search --tune`, which looks for them on two sets of judged searches.
 */
export type RankingWeights = {
  /** A word in the headline counts for so many in the text. */
  title: number;
  summary: number;
  /** How soon a further occurrence adds little (BM25's k1). */
  saturation: number;
  /** How much the length of an article is made up for, 0–1 (BM25's b). */
  length: number;
  /** What words of a search that stand together add. */
  proximity: number;
};

export const RANKING: RankingWeights = {
  title: 4,
  summary: 2,
  saturation: 1.8,
  length: 0.75,
  proximity: 0.4,
};

/**
 * Where recency is asked for, the score of the newest article found counts twice, and that of one so
 * many days older one and a half times.
 */
export const RECENCY_HALF_DAYS = 365.25;

/** True of the orders that words decide. */
export function isRankedSort(sort: SearchSort): boolean {
  return sort === "relevance" || sort === "recent";
}
