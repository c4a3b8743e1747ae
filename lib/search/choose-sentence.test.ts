import { describe, expect, it } from "vitest";
import { chooseSentence, LONGEST_SENTENCE } from "#lib/search/choose-sentence.ts";

const TEXT = `The talks began late. Mr. Brook left early.

The port opened again. Grain left the port on Friday, and ships waited. It rained.`;

describe("the sentence of a match", () => {
  it.each([
    [["grain", "port"], "Grain left the port on Friday, and ships waited."],
    [["ports"], "The port opened again."],
    [["left", "brook"], "Mr. Brook left early."],
    [["talking"], "The talks began late."],
    [["ort"], "The talks began late."],
    [[], "The talks began late."],
  ])("of %j is “%s”", (words, sentence) => {
    expect(chooseSentence(TEXT, words)).toBe(sentence);
  });

  it("is nothing of an empty text", () => {
    expect(chooseSentence("", ["grain"])).toBe("");
  });

  it("is cut around its words where it is very long", () => {
    const long = `${"word ".repeat(200)}grain ${"word ".repeat(200)}.`;
    const sentence = chooseSentence(long, ["grain"]);
    expect(sentence).toContain("grain");
    expect(sentence.length).toBeLessThan(LONGEST_SENTENCE);
  });
});
