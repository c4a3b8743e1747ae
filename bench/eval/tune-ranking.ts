import type { RankingWeights } from "#lib/search/ranking.ts";

/** What is tried for each weight. */
const TRIED: Readonly<Record<keyof RankingWeights, readonly number[]>> = {
  title: [1, 1.5, 2, 3, 4, 5, 6, 8],
  summary: [1, 1.5, 2, 3],
  saturation: [0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.5, 3],
  length: [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9],
  proximity: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1],
};

/** Changes one weight after the other to the best of what is tried, until none gets better. */
export function tuneWeights(
  start: RankingWeights,
  qualityOf: (weights: RankingWeights) => number,
): { weights: RankingWeights; quality: number } {
  let best = { weights: start, quality: qualityOf(start) };
  for (let before = -Infinity; best.quality > before;) {
    before = best.quality;
    for (const name of Object.keys(TRIED) as (keyof RankingWeights)[]) {
      for (const value of TRIED[name]) {
        const weights = { ...best.weights, [name]: value };
        const quality = qualityOf(weights);
        if (quality > best.quality) best = { weights, quality };
      }
    }
  }
  return best;
}
