import { describe, expect, it } from "vitest";
import { toComparedBars } from "#lib/search/compare-bars.ts";
import { compareInWords } from "#lib/search/compare-words.ts";

const NO_BARS = toComparedBars({ onlyFirst: [], both: [], onlySecond: [] });

describe("two searches on one axis", () => {
  it("begin and end together, without gaps", () => {
    const bars = toComparedBars({
      onlyFirst: [{ month: "2025-01", count: 2 }],
      both: [],
      onlySecond: [{ month: "2025-03", count: 1 }],
    });
    expect(bars).toMatchObject([
      { key: "2025-01", onlyFirst: 2, both: 0, onlySecond: 0, to: "2025-01-31" },
      { key: "2025-02", onlyFirst: 0, both: 0, onlySecond: 0 },
      { key: "2025-03", onlyFirst: 0, both: 0, onlySecond: 1 },
    ]);
  });

  it("stand by year over a longer time", () => {
    const bars = toComparedBars({
      onlyFirst: [{ month: "2014-03", count: 2 }],
      both: [
        { month: "2022-02", count: 1 },
        { month: "2022-03", count: 1 },
      ],
      onlySecond: [{ month: "2022-03", count: 5 }],
    });
    expect(bars).toHaveLength(9);
    expect(bars.at(-1)).toMatchObject({ key: "2022", onlyFirst: 0, both: 2, onlySecond: 5 });
    expect(bars[0]).toMatchObject({ key: "2014", onlyFirst: 2, both: 0, onlySecond: 0 });
  });
});

describe("what a comparison shows in words", () => {
  it("says what both find, what each finds alone, and when", () => {
    const bars = toComparedBars({
      onlyFirst: [{ month: "2025-01", count: 29 }],
      both: [{ month: "2025-02", count: 12 }],
      onlySecond: [{ month: "2025-02", count: 1 }],
    });
    expect(compareInWords({ onlyFirst: 29, both: 12, onlySecond: 1 }, bars)).toEqual([
      "Both find 12 articles; the first alone finds 29, the second alone 1.",
      "What both find is 29 % of the first and 92 % of the second.",
      "The first finds most in January 2025 (29), the second in February 2025 (13).",
    ]);
  });

  it.each([
    [{ onlyFirst: 0, both: 0, onlySecond: 0 }, ["Neither search finds anything."]],
    [{ onlyFirst: 0, both: 1, onlySecond: 0 }, ["Both searches find the same: 1 article."]],
    [
      { onlyFirst: 3, both: 0, onlySecond: 0 },
      ["No article is found by both; the first alone finds 3, the second alone none."],
    ],
    [
      { onlyFirst: 0, both: 2, onlySecond: 1_998 },
      [
        "Both find 2 articles; the first alone finds none, the second alone 1,998.",
        "What both find is all of the first and less than 1 % of the second.",
      ],
    ],
  ])("%o", (totals, sentences) => {
    expect(compareInWords(totals, NO_BARS)).toEqual(sentences);
  });
});
