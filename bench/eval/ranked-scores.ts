/** How good rankings are, by what people judged relevant (Manning, Raghavan and Schütze, chapter 8). */

export type RankedScores = {
  /** Mean average precision over the whole rankings. */
  map: number;
  /** Normalised discounted cumulative gain of the first ten. */
  ndcg: number;
  /** Mean reciprocal rank of the first relevant one. */
  mrr: number;
};

const NDCG_DEPTH = 10;

/** Each ranking is a list of ids, the best first; `relevant[i]` are the ids wanted for it, at least one. */
export function scoreRankings(
  rankings: readonly (readonly string[])[],
  relevant: readonly ReadonlySet<string>[],
): RankedScores {
  const mean = (score: (ranking: readonly string[], wanted: ReadonlySet<string>) => number) =>
    rankings.reduce((sum, ranking, i) => sum + score(ranking, relevant[i] ?? new Set()), 0) /
    rankings.length;
  return { map: mean(averagePrecision), ndcg: mean(discountedGain), mrr: mean(reciprocalRank) };
}

function averagePrecision(ranking: readonly string[], wanted: ReadonlySet<string>): number {
  let [found, sum] = [0, 0];
  ranking.forEach((id, i) => {
    if (wanted.has(id)) sum += ++found / (i + 1);
  });
  return sum / wanted.size;
}

function discountedGain(ranking: readonly string[], wanted: ReadonlySet<string>): number {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  let [sum, best] = [0, 0];
  for (let i = 0; i < NDCG_DEPTH; i++) {
    if (wanted.has(ranking[i] ?? "")) sum += gain(i);
    if (i < wanted.size) best += gain(i);
  }
  return sum / best;
}

function reciprocalRank(ranking: readonly string[], wanted: ReadonlySet<string>): number {
  const first = ranking.findIndex((id) => wanted.has(id));
  return first === -1 ? 0 : 1 / (first + 1);
}
