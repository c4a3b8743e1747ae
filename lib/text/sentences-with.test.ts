import { describe, expect, it } from "vitest";
import { sentencesWith } from "#lib/text/sentences-with.ts";

const TEXT = "One came. Two left at noon. Two stayed.\n\nNobody spoke.\n\nTwo sang, and two slept.";

function holding(word: string): string[] {
  const spans = [...TEXT.matchAll(new RegExp(word, "gi"))].map(({ index }) => {
    return { start: index, end: index + word.length };
  });
  return sentencesWith(TEXT, spans).map(({ start, end }) => TEXT.slice(start, end));
}

describe("sentencesWith", () => {
  it("gives each sentence once, in order, within its paragraph", () => {
    expect(holding("two")).toEqual([
      "Two left at noon.",
      "Two stayed.",
      "Two sang, and two slept.",
    ]);
    expect(holding("spoke")).toEqual(["Nobody spoke."]);
  });

  it("gives none for none", () => {
    expect(sentencesWith(TEXT, [])).toEqual([]);
    expect(sentencesWith("", [])).toEqual([]);
  });
});
