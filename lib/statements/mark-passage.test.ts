import { expect, it } from "vitest";
import { markPassage } from "./mark-passage.ts";
import type { StatementParts } from "./schema.ts";

const BODY =
  "Rain fell.\n\n“We told [Reed] in Alder on Monday,” Ada Brook said in Alder on Tuesday, “and left.”";
const AT = BODY.indexOf("“We");

function spanOf(words: string, from = 0) {
  const start = BODY.indexOf(words, from);
  return { start, end: start + words.length };
}

const PARTS: StatementParts = {
  content: [spanOf("“We told [Reed] in Alder on Monday,”"), spanOf("“and left.”")],
  quotes: [],
  insertions: [spanOf("[Reed]")],
  cue: spanOf("said"),
  source: spanOf("Ada Brook"),
  venue: spanOf("in Alder", BODY.indexOf("said")),
  saidOn: spanOf("on Tuesday"),
};

it("marks each part where it stands, an insertion within the words", () => {
  const pieces = markPassage(BODY.slice(AT), AT, PARTS);
  expect(pieces.map(({ text }) => text).join("")).toBe(BODY.slice(AT));
  expect(pieces.flatMap(({ text, role }) => (role ? [[role, text]] : []))).toEqual([
    ["words", "“We told "],
    ["insertion", "[Reed]"],
    ["words", " in Alder on Monday,”"],
    ["source", "Ada Brook"],
    ["cue", "said"],
    ["venue", "in Alder"],
    ["saidOn", "on Tuesday"],
    ["words", "“and left.”"],
  ]);
});

it("marks of a stretch what stands in it, and joins what is alike", () => {
  expect(markPassage(BODY.slice(0, AT + 3), 0, PARTS)).toEqual([
    { text: "Rain fell.\n\n", role: null },
    { text: "“We", role: "words" },
  ]);
  const touching = {
    ...PARTS,
    content: [
      { start: 0, end: 4 },
      { start: 4, end: 9 },
    ],
  };
  expect(markPassage("Rain fell", 0, { ...touching, insertions: [] })).toEqual([
    { text: "Rain fell", role: "words" },
  ]);
});

it("has nothing of no text", () => {
  expect(markPassage("", 5, PARTS)).toEqual([]);
});
