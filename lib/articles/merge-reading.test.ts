import { describe, expect, it } from "vitest";
import { completeReading, mergeReading } from "#lib/articles/merge-reading.ts";
import { EMPTY_FIELDS, type ArticleFields } from "#lib/articles/schema.ts";

const BASE: ArticleFields = {
  ...EMPTY_FIELDS,
  headline: "Talks end",
  summary: "No deal.",
  publishedOn: "2025-02-27",
  paragraphs: ["One.", "Two.", "Three."],
};
const merge = (
  mine: Partial<ArticleFields>,
  theirs: Partial<ArticleFields>,
  takes: "summary"[] = [],
) => {
  const { fields, kept } = mergeReading(
    { base: BASE, current: { ...BASE, ...mine }, read: { ...BASE, ...theirs } },
    takes,
  );
  return [fields.headline, fields.summary, fields.paragraphs.join(" "), kept.join(" ")];
};

describe("taking a new version over", () => {
  it.each<[string, Partial<ArticleFields>, Partial<ArticleFields>, string[]]>([
    [
      "nobody corrected",
      {},
      { headline: "Talks ended" },
      ["Talks ended", "No deal.", "One. Two. Three.", ""],
    ],
    ["only a person did", { summary: "Mine." }, {}, ["Talks end", "Mine.", "One. Two. Three.", ""]],
    [
      "both did, in different fields",
      { summary: "Mine." },
      { headline: "Talks ended" },
      ["Talks ended", "Mine.", "One. Two. Three.", ""],
    ],
    [
      "both did, in the same field",
      { summary: "Mine." },
      { summary: "Theirs." },
      ["Talks end", "Mine.", "One. Two. Three.", "summary"],
    ],
    [
      "both did, alike",
      { summary: "Same." },
      { summary: "Same." },
      ["Talks end", "Same.", "One. Two. Three.", ""],
    ],
    [
      "both did, in different paragraphs",
      { paragraphs: ["One.", "Two, mine.", "Three."] },
      { paragraphs: ["One, theirs.", "Two.", "Three.", "Four."] },
      ["Talks end", "No deal.", "One, theirs. Two, mine. Three. Four.", ""],
    ],
    [
      "a person took a paragraph out",
      { paragraphs: ["One.", "Three."] },
      { paragraphs: ["One.", "Two.", "Three, theirs."] },
      ["Talks end", "No deal.", "One. Three, theirs.", ""],
    ],
    [
      "both did, in the same paragraph",
      { paragraphs: ["One.", "Two, mine.", "Three."] },
      { paragraphs: ["One.", "Two, theirs.", "Three, theirs."] },
      ["Talks end", "No deal.", "One. Two, mine. Three.", "paragraphs"],
    ],
    [
      "a person added a paragraph",
      { paragraphs: ["One.", "Two.", "Three.", "Mine."] },
      { paragraphs: ["One.", "Two.", "Three, theirs."] },
      ["Talks end", "No deal.", "One. Two. Three. Mine.", "paragraphs"],
    ],
  ])("%s", (_what, mine, theirs, expected) => {
    expect(merge(mine, theirs)).toEqual(expected);
  });

  it("takes the new version's words where the editor says so", () => {
    expect(merge({ summary: "Mine." }, { summary: "Theirs." }, ["summary"])).toEqual([
      "Talks end",
      "Theirs.",
      "One. Two. Three.",
      "summary",
    ]);
  });

  it("leaves to the archive what is the archive's", () => {
    const current: ArticleFields = {
      ...BASE,
      rights: "extract",
      topics: [{ id: "grain", status: "confirmed" }],
    };
    const { fields } = mergeReading({ base: BASE, current, read: BASE });
    expect(fields).toMatchObject({ rights: "extract", topics: current.topics });
  });
});

it("does not take back what a new version is silent about", () => {
  const current = { ...BASE, outlet: "The Post", sourceUrl: "https://example.org/a-story" };
  const read = { ...EMPTY_FIELDS, headline: "One", headlineProposed: true, paragraphs: ["One."] };
  expect(completeReading(read, current)).toMatchObject({
    headline: "Talks end",
    headlineProposed: false,
    outlet: "The Post",
    publishedOn: "2025-02-27",
    sourceUrl: "https://example.org/a-story",
    summary: null,
    paragraphs: ["One."],
  });
});
