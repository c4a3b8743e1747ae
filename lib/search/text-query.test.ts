import { describe, expect, it } from "vitest";
import { parseQuery } from "#lib/search/parse-tree.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import {
  isText,
  toAskedText,
  toMarks,
  wantedWords,
  withTextsJoined,
  type AskedPhrase,
  type AskedText,
} from "#lib/search/text-query.ts";

function treeOf(text: string): QueryNode {
  const { tree } = parseQuery(text, "2026-04-10");
  if (!tree) throw new Error(`Nothing is asked: ${text}`);
  return tree;
}

/** What the database is asked, to be read. */
function shown(asked: AskedText): string {
  const phrase = ({ words, isPrefix, weights }: AskedPhrase) =>
    `'${words}'${isPrefix ? "*" : ""}${weights && `:${weights}`}`;
  switch (asked.type) {
    case "phrase":
      return phrase(asked);
    case "near":
      return `${phrase(asked.left)} <${asked.distance}> ${phrase(asked.right)}`;
    case "not":
      return `!${shown(asked.part)}`;
    default:
      return `(${asked.parts.map(shown).join(asked.type === "and" ? " & " : " | ")})`;
  }
}

const shownText = (node: QueryNode) => shown(toAskedText(node));

it.each([
  ["talks", "'talks'"],
  ["negoti*", "'negoti'*"],
  ["a\0b", "'a b'"],
  ["peace talks", "('peace' & 'talks')"],
  ["peace or -talks", "('peace' | !'talks')"],
  ['"peace plan" -talks', "('peace plan' & !'talks')"],
  ["title:peace body:talks", "('peace':A & 'talks':C)"],
  ["peace near/2 talks", "'peace' <2> 'talks'"],
])("%s is %s to the database", (text, expected) => {
  expect(shownText(treeOf(text))).toBe(expected);
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
});

it.each([
  ["peace topic:aid -talks", ["('peace' & !'talks')", "name"]],
  ["peace or topic:aid or talks or -plan", ["('peace' | 'talks')", "name", "!'plan'"]],
  ["-peace -talks topic:aid", ["!'peace'", "!'talks'", "name"]],
])("the words of %s are looked for together", (text, expected) => {
  const tree = treeOf(text) as Extract<QueryNode, { type: "and" | "or" }>;
  const parts = withTextsJoined(tree).map((part) => (isText(part) ? shownText(part) : part.type));
  expect(parts).toEqual(expected);
});

it("marks every word that is wanted, wherever it was looked for", () => {
  const tree = treeOf("title:peace said:(Talks speaker:Trump) -aid near/2 plan");
  expect(wantedWords(tree)).toEqual(["peace", "talks"]);
  expect(shownText(toMarks(tree) as QueryNode)).toBe("('peace' | 'Talks')");
  expect(toMarks(treeOf("topic:aid -peace"))).toBeNull();
});
