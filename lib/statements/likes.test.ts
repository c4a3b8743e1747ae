import { describe, expect, it } from "vitest";
import { groupLikes, isNameOfOne, isProperName, likenessOf, type Comparable } from "./likes.ts";

const MODEL: Comparable = {
  id: "model",
  groupId: "words of the model",
  articleId: "first",
  outletId: "gazette",
  speakerText: "the senior official",
};
const other = (change: Partial<Comparable>): Comparable => ({
  ...MODEL,
  id: "other",
  groupId: "other words",
  ...change,
});

it("tells a name that can be remembered from an office and a description", () => {
  const names = ["Sir Keir Starmer", "The Kyiv Independent", "Euromaidan Press", "AP", "Newsmax"];
  expect(names.filter((text) => !isNameOfOne(text))).toEqual([]);
  const others = [
    ...["The President", "Foreign Minister", "Officials", "the senior official", "She"],
    ...["a spokesman for Downing Street", "the president of Poland", "European leaders"],
  ];
  expect(others.filter(isNameOfOne)).toEqual([]);
});

describe("likenessOf", () => {
  it.each<[string, Partial<Comparable>, string | null]>([
    ["the same words", { groupId: MODEL.groupId, speakerText: null, articleId: "x" }, "words"],
    ["the same speaker in the article", { speakerText: "The senior official" }, "article"],
    ["the same speaker in the outlet", { articleId: "second" }, "outlet"],
    ["the same description elsewhere", { articleId: "second", outletId: "herald" }, null],
    ["another speaker in the article", { speakerText: "an aide" }, null],
    ["no speaker in the article", { speakerText: null }, null],
  ])("%s", (_, change, scope) => {
    expect(likenessOf(MODEL, other(change))).toBe(scope);
  });

  it("is of nothing between a statement and itself", () => {
    expect(likenessOf(MODEL, MODEL)).toBeNull();
  });

  it("takes two without a speaker, or without an outlet, for no likes", () => {
    const nameless = { ...MODEL, speakerText: null };
    expect(likenessOf(nameless, other({ speakerText: null }))).toBeNull();
    const homeless = { ...MODEL, outletId: null };
    expect(likenessOf(homeless, other({ articleId: "second", outletId: null }))).toBeNull();
  });

  it("follows a name through all outlets", () => {
    const named = { ...MODEL, speakerText: "Ada Brook" };
    const elsewhere = { articleId: "second", outletId: "herald", speakerText: "Ada Brook" };
    expect(likenessOf(named, other(elsewhere))).toBe("name");
  });
});

it("offers each like once, in its nearest scope, the surest scope first", () => {
  const likes = [
    other({ id: "a", articleId: "second" }),
    other({ id: "b" }),
    other({ id: "c", groupId: MODEL.groupId }),
    other({ id: "d", speakerText: null }),
    other({ id: "e" }),
  ];
  const groups = groupLikes(MODEL, likes);
  expect(groups.map(({ scope, likes }) => [scope, likes.map(({ id }) => id)])).toEqual([
    ["words", ["c"]],
    ["article", ["b", "e"]],
    ["outlet", ["a"]],
  ]);
});

it.each([
  ["Ada Brook", true],
  ["Sir Tom Reed", true],
  ["Ada van der Brook", true],
  ["Brook", false],
  ["the Foreign Minister", false],
  ["The Foreign Minister", false],
  ["a senior official", false],
  ["His Majesty", false],
  ["", false],
])("isProperName(%j) is %s", (text, isName) => {
  expect(isProperName(text)).toBe(isName);
});
