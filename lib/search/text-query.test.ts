import { describe, expect, it } from "vitest";
import { parseQuery } from "#lib/search/parse-tree.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import {
  hasPrefix,
  isPositive,
  isText,
  toMarks,
  toTsqueryText,
  wantedWords,
  withoutNearness,
  withTextsJoined,
} from "#lib/search/text-query.ts";

function treeOf(text: string): QueryNode {
  const { tree } = parseQuery(text, "2026-04-10");
  if (!tree) throw new Error(`Nothing is asked: ${text}`);
  return tree;
}

it.each([
  ["talks", "'talks'"],
  ["peace talks", "('peace' & 'talks')"],
  ["peace or -talks", "('peace' | !'talks')"],
  ['"peace plan" -talks', "('peace plan' & !'talks')"],
  ["title:peace body:talks", "('peace':A & 'talks':C)"],
  ["it's \\ O\\'Brien", "('it''s' & 'O\\\\''Brien')"],
  [
    "peace near/2 talks",
    "('peace' <1> 'talks' | 'talks' <1> 'peace' | 'peace' <2> 'talks' | 'talks' <2> 'peace')",
  ],
])("%s is %s to PostgreSQL", (text, expected) => {
  expect(toTsqueryText(treeOf(text))).toBe(expected);
});

describe("a tree", () => {
  it.each([
    ["peace or talks", true],
    ["-peace", true],
    ["peace topic:aid", false],
    ["said:peace", false],
    ["in:2025", false],
  ])("of %s is of text: %s", (text, expected) => {
    expect(isText(treeOf(text))).toBe(expected);
  });

  it.each([
    ["peace -talks", true],
    ["-peace", false],
    ["peace or -talks", false],
    ["-(peace talks)", false],
  ])("of %s is found by its words: %s", (text, expected) => {
    expect(isPositive(treeOf(text))).toBe(expected);
  });

  it("may hold words that go on", () => {
    expect(hasPrefix(treeOf("peace (aid or -negoti*)"))).toBe(true);
    expect(hasPrefix(treeOf("peace near/3 negoti*"))).toBe(true);
    expect(hasPrefix(treeOf("peace said:negoti*"))).toBe(false);
  });
});

it.each([
  ["peace topic:aid -talks", ["('peace' & !'talks')", "name"]],
  ["peace or topic:aid or talks or -plan", ["('peace' | 'talks')", "name", "!'plan'"]],
  ["-peace -talks topic:aid", ["!'peace'", "!'talks'", "name"]],
])("the words of %s are looked for together", (text, expected) => {
  const tree = treeOf(text) as Extract<QueryNode, { type: "and" | "or" }>;
  const shown = withTextsJoined(tree).map((part) =>
    isText(part) ? toTsqueryText(part) : part.type,
  );
  expect(shown).toEqual(expected);
});

it("weighs both words in place of their nearness", () => {
  expect(toTsqueryText(withoutNearness(treeOf("-(peace near/9 talks) or aid")))).toBe(
    "(!('peace' & 'talks') | 'aid')",
  );
});

it("marks every word that is wanted, wherever it was looked for", () => {
  const tree = treeOf("title:peace said:(Talks speaker:Trump) -aid near/2 plan");
  expect(wantedWords(tree)).toEqual(["peace", "talks"]);
  expect(toTsqueryText(toMarks(tree) as QueryNode)).toBe("('peace' | 'Talks')");
  expect(toMarks(treeOf("topic:aid -peace"))).toBeNull();
});
