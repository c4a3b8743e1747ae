import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFragment } from "#lib/text/text-fragment.ts";

/** The fragment for `words` where they stand in `text`. */
function fragmentOf(text: string, words: string): string {
  const start = text.indexOf(words);
  return textFragment(text, { start, end: start + words.length });
}

describe("a text fragment", () => {
  it("names some words whole", () => {
    expect(
      fragmentOf(
        "She said: “The talks will go on, as agreed.”",
        "The talks will go on, as agreed.",
      ),
    ).toBe(":~:text=The%20talks%20will%20go%20on%2C%20as%20agreed.");
  });

  it("encodes what a directive would read as its own", () => {
    expect(
      fragmentOf(
        "a well-known “cut & run, or so” plan of five words",
        "well-known “cut & run, or so”",
      ),
    ).toBe(":~:text=well%2Dknown%20%E2%80%9Ccut%20%26%20run%2C%20or%20so%E2%80%9D");
  });

  it("names what stands around a few words, their quotation marks with it", () => {
    expect(fragmentOf("The envoy called it a “bad deal” on Monday in Northmark.", "bad deal")).toBe(
      ":~:text=called%20it%20a%20%E2%80%9C-,bad%20deal,-%E2%80%9D%20on%20Monday%20in",
    );
  });

  it("names no surroundings of which nothing is a word, and none of another line", () => {
    expect(fragmentOf("Far above.\n\n“No deal”\n\nFar below.", "No deal")).toBe(
      ":~:text=No%20deal",
    );
  });

  it("names a long stretch by its beginning and its end", () => {
    const words = `one two three four five ${"and so on ".repeat(20)}six seven eight nine ten`;
    expect(fragmentOf(`“${words}”`, words)).toBe(
      ":~:text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten",
    );
  });

  it("names words of two paragraphs by both, and never across the break", () => {
    expect(
      fragmentOf("“First part.\n\n“Second part of it.”", "First part.\n\n“Second part of it."),
    ).toBe(":~:text=First%20part.,part%20of%20it.");
  });

  it("is empty without words", () => {
    expect(textFragment("“…”", { start: 1, end: 2 })).toBe("");
  });

  it("is always a fragment that an address can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(50), fc.nat(50), (text, start, length) => {
        const fragment = textFragment(text, { start, end: start + length });
        const url = new URL(`https://archive.example/a#${fragment}`);
        expect(url.hash.slice(1)).toBe(fragment);
        expect(fragment).toMatch(/^(?::~:text=[^&]+)?$/);
      }),
    );
  });
});
