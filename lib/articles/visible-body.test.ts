import { describe, expect, it } from "vitest";
import { EXTRACT_MAX_WORDS, splitParagraphs, visibleBody } from "#lib/articles/visible-body.ts";

const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(" ");

describe("what readers may see of a body", () => {
  const body = `${words(30)}\n\n${words(40)}\n\n${words(50)}`;

  it("is all of a full text, each paragraph with its place", () => {
    const { paragraphs, isShortened } = visibleBody(body, "full_text");
    expect(paragraphs).toHaveLength(3);
    expect(isShortened).toBe(false);
    for (const { text, startsAt } of paragraphs) {
      expect(body.slice(startsAt, startsAt + text.length)).toBe(text);
    }
  });

  it("is whole paragraphs up to the limit of an extract", () => {
    expect(visibleBody(body, "extract")).toMatchObject({
      paragraphs: [{ text: words(30) }, { text: words(40) }],
      isShortened: true,
    });
  });

  it("is the first words of a long first paragraph", () => {
    const { paragraphs, isShortened } = visibleBody(words(200), "extract");
    expect(paragraphs).toEqual([{ text: words(EXTRACT_MAX_WORDS), startsAt: 0 }]);
    expect(isShortened).toBe(true);
  });

  it("is all of a text shorter than an extract", () => {
    expect(visibleBody(words(12), "extract").isShortened).toBe(false);
  });

  it("is nothing where only metadata may be shown", () => {
    expect(visibleBody(body, "metadata_only")).toEqual({ paragraphs: [], isShortened: true });
    expect(visibleBody("", "metadata_only")).toEqual({ paragraphs: [], isShortened: false });
  });

  it("leaves out blank paragraphs without moving the others", () => {
    expect(splitParagraphs("a\n\n \n\nb")).toEqual([
      { text: "a", startsAt: 0 },
      { text: "b", startsAt: 6 },
    ]);
  });
});
