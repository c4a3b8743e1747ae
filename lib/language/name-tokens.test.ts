import { describe, expect, it } from "vitest";
import { tokenise } from "./name-tokens.ts";

const show = (text: string) =>
  tokenise(text).map((sentence) => sentence.map((token) => token.text));

describe("tokenise", () => {
  it.each([
    ["Gen. Ada J. Brook left.", [["Gen.", "Ada", "J.", "Brook", "left", "."]]],
    [
      "They’re in the U.S. now. He isn't.",
      [
        ["They", "’re", "in", "the", "U.S.", "now", "."],
        ["He", "isn", "'t", "."],
      ],
    ],
    ["Sana'a-based O’Brook", [["Sana'a", "-", "based", "O’Brook"]]],
    ["Heading\nText", [["Heading"], ["Text"]]],
    [
      '"Go." Then she went.',
      [
        ['"', "Go", ".", '"'],
        ["Then", "she", "went", "."],
      ],
    ],
    ["At 2.5 per cent. of", [["At", "2.5", "per", "cent", ".", "of"]]],
    ["", []],
  ])("reads %j", (text, sentences) => {
    expect(show(text)).toEqual(sentences);
  });

  it("knows where a capital tells nothing and where words touch", () => {
    const [sentence = []] = tokenise("“We met Brook-Tarn”");
    expect(sentence.map(({ text, isInitial }) => [text, isInitial])).toEqual([
      ["“", true],
      ["We", true],
      ["met", false],
      ["Brook", false],
      ["-", false],
      ["Tarn", false],
      ["”", false],
    ]);
    expect(sentence.map(({ isGlued }) => isGlued)).toEqual([
      false,
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
