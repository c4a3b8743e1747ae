import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageParts } from "#lib/statements/passage-parts.ts";

const PASSAGE = "“We go,” Ada Brook said, “when [Lund] comes.”";
const spanOf = (words: string) => {
  const start = 100 + PASSAGE.indexOf(words);
  return { start, end: start + words.length };
};

describe("the parts of a passage", () => {
  it("are the words, what was put into them, and what is around", () => {
    const parts = {
      content: [spanOf("We go,"), spanOf("when [Lund] comes.")],
      insertions: [spanOf("[Lund]")],
    };
    expect(passageParts({ passage: PASSAGE, passageAt: 100, parts })).toEqual([
      { text: "“", role: null },
      { text: "We go,", role: "words" },
      { text: "” Ada Brook said, “", role: null },
      { text: "when ", role: "words" },
      { text: "[Lund]", role: "insertion" },
      { text: " comes.", role: "words" },
      { text: "”", role: null },
    ]);
  });

  it("are the passage again when put together, whatever the spans", () => {
    const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => {
      return { start, end: start + length };
    });
    const spans = fc.array(span, { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, spans, (passage, content, insertions) => {
        const parts = passageParts({ passage, passageAt: 10, parts: { content, insertions } });
        expect(parts.map(({ text }) => text).join("")).toBe(passage);
      }),
    );
  });
});
