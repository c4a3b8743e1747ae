import { expect, it } from "vitest";
import { nearestIn, rankNear } from "#lib/search/near-words.ts";

it("words near to a misspelt one stand as they do in the text, without capitals that are not theirs", () => {
  const text = "NEGOTIATIONS opened. Negotiations in Žilina: negotiations; negotations.";
  expect(nearestIn(text, "negotations", 2, 7)).toEqual([
    { word: "negotiations", distance: 1, count: 7 },
  ]);
  expect(nearestIn(text, "zilinna", 2, 1)).toEqual([{ word: "Žilina", distance: 1, count: 1 }]);
});

it("the nearest comes first, then what begins alike, then what more articles have", () => {
  const words = [
    { word: "brain", distance: 1, count: 9 },
    { word: "grains", distance: 2, count: 9 },
    { word: "grail", distance: 1, count: 1 },
    { word: "Grain", distance: 1, count: 3 },
    { word: "grain", distance: 1, count: 2 },
  ];
  expect(rankNear("grai", words).map(({ word }) => word)).toEqual([
    ...["Grain", "grail", "brain", "grains"],
  ]);
});
