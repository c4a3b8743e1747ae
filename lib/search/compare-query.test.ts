import { describe, expect, it } from "vitest";
import {
  combineSearches,
  comparePath,
  parseComparison,
  partPath,
  textWithFilters,
  type ComparedPart,
} from "#lib/search/compare-query.ts";
import { parseSearch } from "#lib/search/parse-query.ts";

const TODAY = "2026-04-10";

function textOf(part: ComparedPart, a: string, b: string): string | null | undefined {
  return combineSearches(part, parseComparison({ a, b }, TODAY), TODAY)?.text;
}

describe("a part of a comparison as one search", () => {
  it.each<[ComparedPart, string, string, string]>([
    ["both", "backstop", "troops", "backstop troops"],
    ["onlyFirst", "backstop", "troops", "backstop -troops"],
    ["onlySecond", "backstop", "troops", "troops -backstop"],
    ["onlyFirst", '"peace plan"', "person:brook", '"peace plan" -person:brook'],
    ["both", "grain or wheat", "ports", "(grain or wheat) ports"],
    ["onlySecond", "grain -wheat", "ports tolls", "(ports tolls) -(grain -wheat)"],
    ["onlyFirst", "on:27 Feb 2025", "-grain", "(on:27 Feb 2025) -(-grain)"],
  ])("%s of %s and %s is %s", (part, a, b, text) => {
    expect(textOf(part, a, b)).toBe(text);
  });

  it("keeps the meaning where no text has it", () => {
    // A quotation mark left open would take in the other search; a bracket closes by itself.
    expect(textOf("both", '"grain', "ports")).toBeNull();
    expect(textOf("both", "(grain or wheat", "ports")).toBe("((grain or wheat) ports");
    expect(textOf("both", "a".repeat(200), "b".repeat(200))).toBeNull();
    const names = (from: number) =>
      Array.from({ length: 8 }, (_, i) => `topic:t${from + i}`).join(" ");
    expect(textOf("both", names(0), names(8))).toBeNull();
    const found = combineSearches(
      "onlyFirst",
      parseComparison({ a: '"grain', b: "ports" }, TODAY),
      TODAY,
    );
    expect(found?.query.tree).toEqual({
      type: "and",
      parts: [
        { type: "phrase", words: "grain", isPrefix: false, scope: "any" },
        {
          type: "not",
          part: { type: "phrase", words: "ports", isPrefix: false, scope: "any" },
        },
      ],
    });
  });

  it("is none where one of the two asks for nothing", () => {
    expect(textOf("both", "grain", "")).toBeUndefined();
    expect(textOf("both", "()", "grain")).toBeUndefined();
  });

  it("opens within the same days, as they were typed", () => {
    const { first } = parseComparison({ a: "grain", b: "ports", from: "last month" }, TODAY);
    expect(first.query.from).toBe("2026-03-01");
    expect(partPath(first, "grain ports")).toBe(
      "/search?q=grain+ports&from=last+month&sort=newest",
    );
  });
});

describe("the address of a comparison", () => {
  it("leaves out what is not said", () => {
    expect(comparePath({ a: "grain", b: "", from: "2025" })).toBe(
      "/search/compare?a=grain&from=2025",
    );
    expect(comparePath({ a: "" })).toBe("/search/compare");
  });

  it("says the filters of a search in its words", () => {
    const text = (parameters: Record<string, string | string[]>) =>
      textWithFilters(parseSearch(parameters, TODAY).query);
    expect(text({ q: "grain" })).toBe("grain");
    expect(text({ q: "grain or wheat", topic: "ports" })).toBe("(grain or wheat) topic:ports");
    expect(text({ q: "", person: "brook", outlet: ["courier", "the herald"] })).toBe(
      'person:brook outlet:(courier or "the herald")',
    );
    expect(
      text({
        ...{ q: "grain", topic: ["ports", "tolls"], topics: "any", "not-topic": "steel" },
        ...{ country: ["norland", "sudland"], year: ["2024", "2025"], "not-year": "2022" },
      }),
    ).toBe(
      "grain topic:(ports or tolls) -topic:steel country:norland country:sudland" +
        " in:(2024 or 2025) -in:2022",
    );
  });
});
