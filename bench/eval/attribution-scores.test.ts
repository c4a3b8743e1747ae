import { expect, it } from "vitest";
import { scoreAttributions } from "./attribution-scores.ts";

const TEXT = "“We will wait,” Ada Brook said. She said that June was late.";
const at = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const GOLD = {
  id: "a",
  split: "dev",
  text: TEXT,
  attributions: [
    {
      kind: "direct" as const,
      source: [at("Ada Brook")],
      cue: [at("said")],
      content: [at("“We will wait,”")],
      sourceIsPronoun: false,
    },
    {
      kind: "indirect" as const,
      source: [at("She")],
      cue: [],
      content: [at("that June was late")],
      sourceIsPronoun: true,
    },
  ],
};

it("counts what matches one to one, outer marks left aside, and speakers that overlap", () => {
  const found = [
    { kind: "direct" as const, content: [at("We will wait")], source: at("Brook") },
    { kind: "direct" as const, content: [at("“We will wait,”")], source: at("Brook said") },
    { kind: "indirect" as const, content: [at("June")], source: null },
  ];
  expect(scoreAttributions([GOLD], [found])).toEqual({
    quotes: { right: 1, found: 1, gold: 1 },
    speakers: { right: 1, found: 1, gold: 1 },
    contents: { right: 1, found: 3, gold: 2 },
  });
});

it("counts a speaker that is not given as missed, and another as wrong", () => {
  const content = [at("“We will wait,”")];
  const score = (source: { start: number; end: number } | null) =>
    scoreAttributions([GOLD], [[{ kind: "direct", content, source }]]).speakers;
  expect(score(null)).toEqual({ right: 0, found: 0, gold: 1 });
  expect(score(at("She"))).toEqual({ right: 0, found: 1, gold: 1 });
});
