import { describe, expect, it } from "vitest";
import { passageOf } from "#lib/statements/passage.ts";
import type { StatementParts } from "#lib/statements/schema.ts";

function partsAt(body: string, words: string, beside: Partial<StatementParts> = {}) {
  const start = body.indexOf(words);
  return {
    ...{ content: [{ start, end: start + words.length }], quotes: [], insertions: [] },
    ...{ cue: null, source: null, venue: null, saidOn: null, ...beside },
  };
}

function placeIn(body: string, words: string) {
  const start = body.indexOf(words);
  return { start, end: start + words.length };
}

describe("passageOf", () => {
  it("is the sentence that a statement stands in", () => {
    const body =
      "It rained.\n\nAll came. Ada Brook said they would stay, as agreed. Then they left.";
    const { passage, passageAt } = passageOf(body, partsAt(body, "they would stay"));
    expect(passage).toBe("Ada Brook said they would stay, as agreed.");
    expect(body.slice(passageAt)).toMatch(/^Ada Brook said/);
  });

  it("holds the sentence that attributes it, and ends with its paragraph", () => {
    const body = "“We will stay.” So said Ada Brook\n\nThen they left.";
    const source = placeIn(body, "Ada Brook");
    expect(passageOf(body, partsAt(body, "“We will stay.”", { source })).passage).toBe(
      "“We will stay.” So said Ada Brook",
    );
  });

  it("ends where a statement of whole sentences ends", () => {
    const body = "She spoke. “We will stay. We will not tire.” The hall rose.";
    const { passage } = passageOf(body, partsAt(body, "“We will stay. We will not tire.”"));
    expect(passage).toBe("“We will stay. We will not tire.”");
  });

  it("holds a statement of several paragraphs whole", () => {
    const body = "She spoke: “We will stay.\n\n“We will not tire,” and sat down. All rose.";
    const { passage } = passageOf(body, partsAt(body, "“We will stay.\n\n“We will not tire,”"));
    expect(passage).toBe("She spoke: “We will stay.\n\n“We will not tire,” and sat down.");
  });

  it("is bounded where a text has no stops, and cuts no word", () => {
    const words = "wandering ".repeat(500);
    const body = `${words}“we stay” ${words}`;
    const { passage, passageAt } = passageOf(body, partsAt(body, "“we stay”"));
    expect(passage.length).toBeLessThan(1_250);
    expect(passage.length).toBeGreaterThan(1_100);
    expect(passage).toMatch(/^wandering .*wandering$/);
    expect(body.slice(passageAt, passageAt + passage.length)).toBe(passage);
  });

  it("does not take two initials for the end of a sentence", () => {
    const body = "The U.S. envoy said they would stay. All rose.";
    expect(passageOf(body, partsAt(body, "they would stay")).passage).toBe(
      "The U.S. envoy said they would stay.",
    );
  });
});
