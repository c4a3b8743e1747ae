import { expect, it } from "vitest";
import { scoreRankings } from "./ranked-scores.ts";

it("scores a ranking by where the relevant stand", () => {
  const { map, ndcg, mrr } = scoreRankings([["a", "b", "c", "d"]], [new Set(["b", "d"])]);
  expect(map).toBeCloseTo((1 / 2 + 2 / 4) / 2);
  const gain = (place: number) => 1 / Math.log2(place + 1);
  expect(ndcg).toBeCloseTo((gain(2) + gain(4)) / (gain(1) + gain(2)));
  expect(mrr).toBeCloseTo(1 / 2);
});

it("gives nothing for what is not found, and takes the mean over searches", () => {
  const scores = scoreRankings([["a"], []], [new Set(["a"]), new Set(["b"])]);
  expect(scores).toEqual({ map: 0.5, ndcg: 0.5, mrr: 0.5 });
});
