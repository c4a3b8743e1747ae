import { describe, expect, it } from "vitest";
import { leavesOf, readTermQuery } from "#lib/search/index/term-query.ts";

const term = (text: string, isPrefix = false, parts = "") =>
  ({ type: "term", term: text, isPrefix, parts }) as const;

describe("a tsquery as PostgreSQL prints it", () => {
  it("is read by the precedence of its signs", () => {
    expect(readTermQuery("'a' | 'b' & !'c' <-> 'd'")).toEqual({
      type: "or",
      left: term("a"),
      right: {
        type: "and",
        left: term("b"),
        right: {
          ...{ type: "followed", distance: 1, right: term("d") },
          left: { type: "not", part: term("c") },
        },
      },
    });
  });

  it("keeps brackets, distances, beginnings and parts", () => {
    expect(readTermQuery("'a':*AC <3> ( 'b':B | 'c' )")).toEqual({
      ...{ type: "followed", distance: 3, left: term("a", true, "AC") },
      right: { type: "or", left: term("b", false, "B"), right: term("c") },
    });
  });

  it("knows quotes and backslashes within terms", () => {
    expect(readTermQuery(String.raw`'o''br\\ien'`)).toEqual(term(String.raw`o'br\ien`));
  });

  it("is null where it is empty, and an error where it is none", () => {
    expect(readTermQuery("")).toBeNull();
    expect(() => readTermQuery("'a' 'b'")).toThrow(SyntaxError);
    expect(() => readTermQuery("( 'a'")).toThrow(SyntaxError);
    expect(() => readTermQuery("a")).toThrow(SyntaxError);
  });

  it("lists its terms from left to right", () => {
    const query = readTermQuery("'a' & ( !'b' | 'c' <-> 'd' )");
    expect(leavesOf(query).map((leaf) => leaf.term)).toEqual(["a", "b", "c", "d"]);
  });
});
