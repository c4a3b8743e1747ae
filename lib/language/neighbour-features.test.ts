import { describe, expect, it } from "vitest";
import { neighboursOf } from "./neighbour-features.ts";
import { readPassage, RegionReader } from "./passage.ts";
import type { CueReading } from "./report-candidates.ts";

const WORDS = 400;
const passage = readPassage("word ".repeat(WORDS));

function reading(cue: number, chance: number): CueReading {
  return {
    reader: new RegionReader(passage, cue),
    chance,
    candidates: [
      {
        side: "after",
        content: [{ from: cue + 1, to: cue + 2 }],
        sideChance: chance,
        nearChance: 1,
        farChance: 1,
        chance,
      },
    ],
  };
}

const cuesOf = (readings: CueReading[]) =>
  neighboursOf(readings).map((neighbours) => neighbours.map(({ cue }) => cue));

describe("neighboursOf", () => {
  it("gives each cue the likely ones on both sides, without itself", () => {
    const readings = [reading(3, 0.9), reading(10, 0.2), reading(20, 0.5)];
    expect(cuesOf(readings)).toEqual([[20], [3, 20], [3]]);
  });

  it("leaves out those that are further than a long sentence", () => {
    expect(cuesOf([reading(3, 0.9), reading(200, 0.9)])).toEqual([[], []]);
  });

  it("looks at a bounded number, however many there are", () => {
    const many = Array.from({ length: WORDS }, (_, i) => reading(i, 0.9));
    expect(Math.max(...cuesOf(many).map((cues) => cues.length))).toBeLessThanOrEqual(12);
  });
});
