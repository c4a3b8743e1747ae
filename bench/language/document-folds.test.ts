import { expect, it } from "vitest";
import { foldsOf } from "./document-folds.ts";

it("deals texts out in turn, those with a passage in common into one part", () => {
  const passage = "the minister said that the talks in the old mill would go on for a week";
  const texts = ["One text of its own here.", `Today ${passage}.`, "A third.", `And ${passage}!`];
  expect(foldsOf(texts, 2)).toEqual([0, 1, 0, 1]);
  expect(foldsOf(texts, 3)).toEqual([0, 1, 2, 1]);
});
