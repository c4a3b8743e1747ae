import { describe, expect, it } from "vitest";
import { toMarkable } from "#lib/search/markable.ts";
import {
  listWanted,
  listWindows,
  mergeRanges,
  rangesOfMarked,
  rangesOfMatches,
} from "#lib/search/match-ranges.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";

/** As the database would mark each place of a word. */
function markedWith(text: string, word: string): string {
  return toMarkable(text).replaceAll(word, `\u0002${word}\u0003`);
}

function textsOf(text: string, ranges: { start: number; end: number }[]): string[] {
  return ranges.map(({ start, end }) => text.slice(start, end));
}

describe("places of marks", () => {
  it.each([
    ["Grain and grain", "grain", ["grain"]],
    ["a < b grain <b>grain</b>", "grain", ["grain", "grain"]],
    ["\u0002grain\u0003 a\0 grain", "grain", ["grain", "grain"]],
    ["\uE000<grain", "grain", ["grain"]],
    ["🌾🌾 grain حبوب grain", "grain", ["grain", "grain"]],
    ["", "grain", []],
  ])("are those of the text itself: %j", (text, word, found) => {
    expect(textsOf(text, rangesOfMarked(text, markedWith(text, word)))).toEqual(found);
  });

  it("are none where the database left something out", () => {
    expect(rangesOfMarked("long grain", "\u0002grain\u0003")).toEqual([]);
  });
});

describe("what is wanted of a search", () => {
  it.each([
    ["grain -wheat", ["grain"]],
    ["grain or (ports grain)", ["grain", "ports"]],
    ["topic:aid said:(truce speaker:brook) title:talks", ["truce", "talks"]],
    ["topic:aid before:2025", []],
  ])("is each text of %s once", (q, words) => {
    const wanted = listWanted(parseQuery(q, "2026-01-01").tree);
    expect(wanted.map((each) => each.type === "phrase" && each.words)).toEqual(words);
  });

  it("keeps words near each other together", () => {
    expect(listWanted(parseQuery("grain near/3 ports", "2026-01-01").tree)).toMatchObject([
      { type: "near", distance: 3 },
    ]);
  });
});

describe("stretches that may match", () => {
  const phrase = {
    type: "phrase",
    words: "left the ports",
    scope: "any",
    isPrefix: false,
  } as const;
  const left = { words: "grain", scope: "any", isPrefix: false } as const;
  const near = { type: "near", left, right: { ...left, words: "ports" }, distance: 3 } as const;
  const words = [
    { start: 0, end: 4 },
    { start: 9, end: 14 },
    { start: 20, end: 24 },
    { start: 900, end: 905 },
  ];

  it("reach as far as the words that are wanted can", () => {
    const ends = listWindows(words, phrase, 100).map(({ start, end }) => [start, end]);
    expect(ends).toContainEqual([0, 24]);
    expect(ends.some(([, end = 0]) => end > 800)).toBe(ends.some(([start]) => start === 900));
  });

  it("are no more than so many", () => {
    const all = listWindows(words, phrase, 100);
    expect(listWindows(words, phrase, 3)).toEqual(all.slice(0, 3));
    expect(listWindows(words, phrase, 0)).toEqual([]);
  });

  it("are marked whole for a phrase, and at their words for words near each other", () => {
    const windows = listWindows(words, phrase, 100).filter(
      ({ start, end }) => start === 0 && end > 4,
    );
    expect(rangesOfMatches(windows, phrase)).toEqual([{ start: 0, end: 14 }]);
    expect(rangesOfMatches(windows, near)).toEqual([
      { start: 0, end: 4 },
      { start: 9, end: 14 },
    ]);
  });

  it("share no characters in the end", () => {
    const ranges = [
      { start: 5, end: 9 },
      { start: 0, end: 4 },
      { start: 2, end: 6 },
      { start: 9, end: 11 },
    ];
    expect(mergeRanges(ranges)).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 11 },
    ]);
  });
});
