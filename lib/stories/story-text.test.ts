import fc from "fast-check";
import { expect, it } from "vitest";
import { toParagraphs } from "#lib/stories/story-text.ts";

it("parts paragraphs at blank lines, and citations from words", () => {
  expect(toParagraphs("The ferry\nsailed [1], late.\n \n\nNobody waited [2][1]\n", 2)).toEqual([
    [{ text: "The ferry sailed" }, { citation: 1 }, { text: ", late." }],
    [{ text: "Nobody waited" }, { citation: 2 }, { citation: 1 }],
  ]);
});

it("leaves a number that is no citation, and markup, as they are", () => {
  expect(toParagraphs("<b>One</b> [3] and [0]", 2)).toEqual([[{ text: "<b>One</b> [3] and [0]" }]]);
  expect(toParagraphs(" \n\n ", 1)).toEqual([]);
});

it("loses no word of any text", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 5 }), (body, count) => {
      const shown = toParagraphs(body, count).flat();
      const said = shown
        .map((part) => ("text" in part ? part.text : `[${part.citation}]`))
        .join("");
      const plain = (text: string) => text.replace(/\[0?(\d+)\]/g, "[$1]").replace(/\s/g, "");
      expect(plain(said)).toBe(plain(body));
    }),
  );
});
