import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import { looserText, MAX_PAGES, parseSearch } from "#lib/search/parse-query.ts";
import { wantedWords } from "#lib/search/text-query.ts";

const TODAY = "2026-04-10";
const query = (parameters: Parameters<typeof parseSearch>[0]) =>
  parseSearch(parameters, TODAY).query;

describe("the parameters of a search", () => {
  it("may all be missing", () => {
    expect(query({})).toEqual({
      ...{
        text: "",
        tree: null,
        from: null,
        to: null,
        chosen: NOTHING_CHOSEN,
      },
      ...{ sort: "newest", page: 1 },
    });
  });

  it.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["27 Feb 2025", "2025-02-27", "2025-02-27"],
    ["last month", "2026-03-01", "2026-03-31"],
  ])("read the date %s", (text, first, last) => {
    expect(query({ from: text, to: text })).toMatchObject({ from: first, to: last });
  });

  it("say which date they could not read, and leave it out", () => {
    const { query: found, problems, given } = parseSearch({ from: "soonish", to: "2025" }, TODAY);
    expect(found).toMatchObject({ from: null, to: "2025-12-31" });
    expect(problems.from).toContain("“soonish” could not be read");
    expect(problems.to).toBeUndefined();
    expect(given.from).toBe("soonish");
  });

  it("leave out an end before the beginning", () => {
    const { query: found, problems } = parseSearch({ from: "2025", to: "2024" }, TODAY);
    expect(found).toMatchObject({ from: "2025-01-01", to: null });
    expect(problems.to).toContain("is before");
  });

  it("hold several topics, each once", () => {
    expect(query({ topic: ["sanctions", "nato", "sanctions", ""] }).chosen.topics.ids).toEqual([
      "sanctions",
      "nato",
    ]);
  });

  it.each([
    ["2", 2],
    ["0", 1],
    ["-3", 1],
    ["x", 1],
    ["9999", MAX_PAGES],
  ])("take page %s for %i", (page, expected) => {
    expect(query({ page }).page).toBe(expected);
  });

  it("rank by relevance only where there are words", () => {
    expect(query({ q: "talks" }).sort).toBe("relevance");
    expect(query({ q: " ", sort: "relevance" }).sort).toBe("newest");
    expect(query({ q: "talks", sort: "recent" }).sort).toBe("recent");
    expect(query({ q: " ", sort: "recent" }).sort).toBe("newest");
    expect(query({ q: "talks", sort: "oldest" }).sort).toBe("oldest");
  });

  it("are understood whatever they hold", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.string()),
      fc.constant(undefined),
    );
    const names = [
      "q",
      "from",
      "to",
      "topic",
      "person",
      "topics",
      "year",
      "not-year",
      "sort",
      "page",
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (parameters) => {
        const { query: found } = parseSearch(parameters, TODAY);
        expect(found.text).not.toContain("\0");
        expect(found.text.isWellFormed()).toBe(true);
        expect(() => wantedWords(found.tree)).not.toThrow();
      }),
    );
  });
});

describe("the words wanted", () => {
  it.each([
    ["", []],
    ["Kyiv talks", ["kyiv", "talks"]],
    ['"white house" -trump or talks', ["white", "house", "talks"]],
    ['-"peace plan" Kyiv', ["kyiv"]],
    ['"unclosed phrase', ["unclosed", "phrase"]],
    ["-only -exclusions", []],
    ["Київ Zelensky’s", ["київ", "zelensky", "s"]],
    ['- "" ()&|!:*', []],
  ])("in %s", (text, words) => {
    expect(wantedWords(query({ q: text }).tree)).toEqual(words);
  });

  it("are joined by or for a looser search", () => {
    expect(looserText(query({ q: '"minerals deal" -trump' }).tree)).toBe("minerals or deal");
    expect(looserText(query({ q: "deal" }).tree)).toBeNull();
  });
});
