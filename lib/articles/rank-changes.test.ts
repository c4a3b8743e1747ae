import { describe, expect, it } from "vitest";
import { isSameReading, rankChanges, type ComparedState } from "#lib/articles/rank-changes.ts";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";

const STATE: ComparedState = {
  ...EMPTY_FIELDS,
  headline: "Talks in Alder end without a deal",
  outlet: "The Northmark Post",
  publishedOn: "2025-02-27",
  bylines: [{ name: "Ada Brook", role: "Diplomatic editor", note: null }],
  paragraphs: [
    "Tom Reed said: “We will stay.” Nobody asked for how long.",
    "The envoy Marsh brought 12 men to Alder, and they left quietly on Tuesday.",
  ],
};
const shown = (after: ComparedState, names?: string[]) =>
  rankChanges(STATE, { ...STATE, ...after }, names).changes.map(
    ({ substance, field, before, after: now }) => {
      const marked = (parts: typeof before) =>
        parts.map((part) => (part.substance ? `[${part.text}]` : part.text)).join("");
      return [substance, field, marked(before), marked(now)];
    },
  );
const [first = "", second = ""] = STATE.paragraphs ?? [];

describe("changes of an article", () => {
  it.each<[string, ComparedState, string[][]]>([
    ["nothing", {}, []],
    [
      "a quotation",
      { paragraphs: [first.replace("will", "may"), second] },
      [
        [
          "quotation",
          "paragraphs",
          "Tom Reed said: “We [will] stay.”",
          "Tom Reed said: “We [may] stay.”",
        ],
      ],
    ],
    [
      "the day",
      { publishedOn: "2025-02-28" },
      [["date", "publishedOn", "[2025-02-27]", "[2025-02-28]"]],
    ],
    [
      "a by-line",
      { bylines: [{ name: "Ada Brooke", role: "Diplomatic editor", note: null }] },
      [["name", "bylines", "[Ada Brook, Diplomatic editor]", "[Ada Brooke, Diplomatic editor]"]],
    ],
    [
      "the words of the headline",
      { headline: "Talks in Alder end with no deal" },
      [
        [
          "headline",
          "headline",
          "Talks in Alder end [without a] deal",
          "Talks in Alder end [with no] deal",
        ],
      ],
    ],
    [
      "another headline altogether, as one change",
      { headline: "Ferries sail" },
      [["name", "headline", "[Talks in Alder end without a deal]", "[Ferries sail]"]],
    ],
    ["a summary put in", { summary: "No deal." }, [["wording", "summary", "", "[No deal.]"]]],
    [
      "a name in the headline, which ranks as a name",
      { headline: "Talks in Elder end without a deal" },
      [
        [
          "name",
          "headline",
          "Talks in [Alder] end without a deal",
          "Talks in [Elder] end without a deal",
        ],
      ],
    ],
    [
      "typography",
      { paragraphs: [first.replaceAll(/[“”]/g, '"'), second] },
      [
        [
          "typography",
          "paragraphs",
          "Tom Reed said: [“]We will stay.[”]",
          'Tom Reed said: ["]We will stay.["]',
        ],
      ],
    ],
  ])("%s", (_what, after, expected) => {
    expect(shown(after)).toEqual(expected);
  });

  it("come by their substance, whatever their order", () => {
    const ranked = shown({
      headline: "Talks at Alder end without a deal",
      modifiedOn: "2025-03-01",
      paragraphs: [
        "He asked nobody “how long”, it seems.",
        "Tom Reed said: “We may stay.” No-one asked for how long.",
        second.replace("12", "21"),
      ],
    });
    expect(ranked.map(([substance, field]) => `${substance} ${field}`)).toEqual([
      "quotation paragraphs",
      "number paragraphs",
      "date modifiedOn",
      "headline headline",
      "quotation paragraphs",
      "wording paragraphs",
    ]);
  });
});

it.each<[boolean, string, ComparedState]>([
  [true, "other white space", { paragraphs: [first.replaceAll(" ", "  "), second] }],
  [false, "another word", { paragraphs: [first.replace("how", "what"), second] }],
  [false, "another day", { modifiedOn: "2025-03-01" }],
])("are the same reading: %s with %s", (isSame, _what, after) => {
  expect(isSameReading(STATE, { ...STATE, ...after })).toBe(isSame);
});
