import { describe, expect, it } from "vitest";
import { scoreGroups } from "./b-cubed.ts";

describe("B-cubed scores", () => {
  it("are 1 where every item is where it belongs, whatever the groups are called", () => {
    expect(scoreGroups([1, 1, 2], ["a", "a", "b"])).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it("lack recall where all stand alone and precision where all are together", () => {
    const gold = ["a", "a", "b", "b"];
    expect(scoreGroups([1, 2, 3, 4], gold)).toMatchObject({ precision: 1, recall: 0.5 });
    expect(scoreGroups([1, 1, 1, 1], gold)).toMatchObject({ precision: 0.5, recall: 1 });
  });
});
