import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PROPOSED_LENGTH, isHeadlineLike, proposeHeadline } from "#lib/ingest/headline.ts";

describe("a proposed headline", () => {
  it.each([
    ["The talks ended. Nobody spoke.", "The talks ended"],
    [
      "Minister Ada Brook of Northmark has renewed her call for a harbour treaty with Easthaven, as she prepares to meet its premier.",
      "Minister Ada Brook of Northmark has renewed her call for a harbour treaty with Easthaven",
    ],
    [
      "Officials from five capitals gathered in Northtown on Monday to agree the terms of a joint patrol after weeks of delay and several changes of venue.",
      "Officials from five capitals gathered in Northtown",
    ],
  ])("of %j", (paragraph, expected) => {
    expect(proposeHeadline([paragraph])?.value).toBe(expected);
  });

  it("is null without words, and skips what has none", () => {
    expect(proposeHeadline([])).toBeNull();
    expect(proposeHeadline(["***", "— —"])).toBeNull();
    expect(proposeHeadline(["***", "Talks begin."])?.value).toBe("Talks begin");
  });

  it("is never too long and never unbalanced in its quotation marks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("talks", "of", "“peace", "now”", "the", ",", ".")),
        (words) => {
          const value = proposeHeadline([words.join(" ")])?.value ?? "";
          expect(value.length).toBeLessThanOrEqual(MAX_PROPOSED_LENGTH);
          expect(value.split("“").length).toBe(value.split("”").length);
        },
      ),
    );
  });
});

describe("a line that could be a headline", () => {
  it.each([
    ["Northmark and Easthaven open first talks in a year", true],
    ["Will the treaty hold?", true],
    ["The talks ended on Friday.", false],
    ["Talks", false],
    ["and so it went on", false],
    ["What it says:", false],
  ])("%j: %s", (text, expected) => {
    expect(isHeadlineLike(text)).toBe(expected);
  });
});
