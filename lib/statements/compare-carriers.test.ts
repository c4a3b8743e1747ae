import { describe, expect, it } from "vitest";
import { compareCarriers } from "#lib/statements/compare-carriers.ts";

const HERE = "We will keep the line open, whatever it costs us this year.";

describe("the words of another carrier", () => {
  it("are the same but for case, spaces and punctuation", () => {
    for (const there of [
      HERE,
      "we will keep the line open – whatever it costs us this year",
      "We will keep the line\u00a0open, whatever it costs us this year!",
    ]) {
      expect(compareCarriers(HERE, there)).toEqual({ relation: "same", parts: [] });
    }
    expect(compareCarriers("It’s the end.", "It's the end").relation).toBe("same");
  });

  it("are shortened where some were left out", () => {
    expect(compareCarriers(HERE, "We will keep the line open.")).toEqual({
      relation: "shortened",
      parts: [
        { text: "We will keep the line open", side: "both" },
        { text: expect.stringContaining("whatever it costs us this year"), side: "here" },
        { text: ".", side: "both" },
      ],
    });
    expect(compareCarriers(HERE, "We will keep the line open … this year.").relation).toBe(
      "shortened",
    );
  });

  it("are fuller where there are more of them", () => {
    expect(compareCarriers("We will keep the line open.", HERE).relation).toBe("fuller");
  });

  it("are altered where others stand in their place, and both are shown", () => {
    const { relation, parts } = compareCarriers(
      HERE,
      "We will keep the door open, whatever it costs us this year.",
    );
    expect(relation).toBe("altered");
    expect(parts.filter(({ side }) => side !== "both")).toEqual([
      { text: "line", side: "here" },
      { text: "door", side: "there" },
    ]);
  });
});
