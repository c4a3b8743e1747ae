import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOfMarked, toMarkable } from "#lib/search/markable.ts";

describe("marks", () => {
  it("become parts of plain text", () => {
    expect(partsOfMarked("The \u0002treaty\u0003 stands")).toEqual([
      { text: "The ", isMatch: false },
      { text: "treaty", isMatch: true },
      { text: " stands", isMatch: false },
    ]);
  });

  it("are of a word as it stands there, however the index spells it", () => {
    const marked = toMarkable("In Kyiv’s US-led “talks”").replace("USA", "\u0002USA\u0003");
    expect(partsOfMarked(marked)).toEqual([
      { text: "In Kyiv’s ", isMatch: false },
      { text: "US-led", isMatch: true },
      { text: " “talks”", isMatch: false },
    ]);
  });

  it("cannot be smuggled in, and nothing else is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parts = partsOfMarked(toMarkable(text));
        expect(parts.every(({ isMatch }) => !isMatch)).toBe(true);
        const kept = text.replace(/[\0\u0002-\u0006]/g, "");
        expect(parts.map((part) => part.text).join("")).toBe(kept);
      }),
    );
  });
});
