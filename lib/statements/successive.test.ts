import { describe, expect, it } from "vitest";
import { changeFrom } from "#lib/statements/successive.ts";

const BEFORE = "We will stay in the valley for as long as it takes.";

describe("changeFrom", () => {
  it.each([
    [
      "the very words in other marks",
      "“We will stay in the valley for as long as it takes”",
      "same",
    ],
    ["fewer words", "We will stay in the valley.", "shortened"],
    [
      "more words",
      "We will stay in the valley and on the river for as long as it takes.",
      "fuller",
    ],
    ["another word", "We will stay in the hills for as long as it takes.", "altered"],
    ["other words", "Nobody can say today what the council is about to decide.", "other"],
    ["no word", "…", "other"],
  ])("calls %s %s", (_name, words, relation) => {
    expect(changeFrom(BEFORE, words)?.relation).toBe(relation);
  });

  it("marks word by word what was taken out and put in", () => {
    expect(changeFrom(BEFORE, BEFORE.replace("valley", "hills"))?.parts).toEqual([
      { text: "We will stay in the ", side: "both" },
      { text: "valley", side: "here" },
      { text: "hills", side: "there" },
      { text: " for as long as it takes.", side: "both" },
    ]);
  });

  it("has nothing to say of the first", () => {
    expect(changeFrom(null, BEFORE)).toBeNull();
  });
});
