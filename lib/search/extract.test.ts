import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseExtract, EXTRACT_LENGTH } from "#lib/search/extract.ts";

const FILLER = "Nothing of note was said about it. ".repeat(20);

describe("an extract", () => {
  it("begins with the sentence in which the words stand together", () => {
    const text = `${FILLER}Talks alone. ${FILLER}Ministers agreed on talks in Kyiv. ${FILLER}`;
    expect(chooseExtract(text, ["talks", "kyiv"])).toMatch(/^Ministers agreed on talks in Kyiv\. /);
  });

  it("finds other inflections of a word", () => {
    expect(chooseExtract(`${FILLER}They negotiated.`, ["negotiating"])).toContain(
      "They negotiated.",
    );
  });

  it("is the beginning of a text without the words, cut between words", () => {
    const extract = chooseExtract(FILLER, ["absent"]);
    expect(extract).toMatch(/^Nothing of note .*\w.?…$/);
    expect(extract.length).toBeLessThanOrEqual(EXTRACT_LENGTH + 1);
  });

  it("says where it begins inside a sentence", () => {
    const long = `${"word ".repeat(100)}treaty ${"word ".repeat(100)}`;
    expect(chooseExtract(long, ["treaty"])).toMatch(/^…word .*treaty.*…$/);
  });

  it("finds initials however they are written, and not the beginning of another word", () => {
    const text = `${FILLER}We use it as usual.\n${FILLER}The U.S. agreed.`;
    expect(chooseExtract(text, ["us"])).toBe("The U.S. agreed.");
  });

  it("finds a Ukrainian word in another case", () => {
    const text = `${FILLER}Про кінець війни.`;
    expect(chooseExtract(text, ["війна"])).toBe("Про кінець війни.");
  });

  it("is the whole of a short text", () => {
    expect(chooseExtract("A short text.", ["short"])).toBe("A short text.");
    expect(chooseExtract("", ["short"])).toBe("");
  });

  it("never throws and never outgrows its length", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.stringMatching(/^[\p{L}\p{N}]+$/u)), (text, words) => {
        expect(chooseExtract(text, words).length).toBeLessThanOrEqual(EXTRACT_LENGTH + 2);
      }),
    );
  });
});
