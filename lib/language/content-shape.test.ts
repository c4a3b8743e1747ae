import { describe, expect, it } from "vitest";
import { ShapeReader } from "./content-shape.ts";
import { readPassage } from "./passage.ts";

const TEXT = 'They agreed (at last), and we left, "but, I think, late" it was noted.';
const passage = readPassage(TEXT);
const place = (word: string) => passage.tokens.findIndex((token) => token.word.text === word);

describe("ShapeReader", () => {
  const cueChances = new Float32Array(passage.tokens.length);
  cueChances[place("agreed")] = 0.9;
  cueChances[place("think")] = 0.4;
  const shapes = new ShapeReader(passage, cueChances);

  it("counts what a whole sentence holds", () => {
    expect(shapes.shapeOf({ from: 0, to: passage.tokens.length })).toEqual({
      verbs: 3,
      commas: 4,
      dashes: 0,
      quoted: passage.quoteRanges[0]!.to - passage.quoteRanges[0]!.from,
      breaks: 3,
      selves: 1,
      brackets: 0,
      cues: 1,
      firstVerb: place("agreed"),
      lastBreak: place("left") + 1,
    });
  });

  it("counts a part of it by itself", () => {
    expect(shapes.shapeOf({ from: place("("), to: place("last") })).toMatchObject({
      verbs: 0,
      brackets: 1,
      cues: 0,
      firstVerb: -1,
      lastBreak: -1,
    });
  });

  it("does not take its first word for a break", () => {
    expect(shapes.shapeOf({ from: place("and"), to: place("left") })).toMatchObject({
      breaks: 1,
      lastBreak: -1,
      selves: 1,
    });
  });
});
