import { describe, expect, it } from "vitest";
import { compareFields, listConflicts, mergeFields } from "#lib/articles/compare-fields.ts";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";

const base = { ...EMPTY_FIELDS, headline: "Talks begin", summary: "Short.", outlet: "Post" };

it("compares only what differs, word by word", () => {
  const [change, ...rest] = compareFields(base, { ...base, headline: "Talks end" });
  expect(rest).toEqual([]);
  expect(change).toEqual({
    field: "headline",
    label: "Headline",
    parts: [
      { text: "Talks ", change: "same" },
      { text: "begin", change: "removed" },
      { text: "end", change: "added" },
    ],
  });
});

it("shows words replaced in a row as one replacement", () => {
  const [change] = compareFields(base, { ...base, headline: "A new round ends" });
  expect(change?.parts).toEqual([
    { text: "Talks begin", change: "removed" },
    { text: "A new round ends", change: "added" },
  ]);
});

it("sees a change in every field", () => {
  const other = {
    ...base,
    headlineProposed: true,
    rights: "extract" as const,
    bylines: [{ name: "Ada Brook", role: null, note: "in Kyiv" }],
    mediaCredits: [{ credit: "EPA", caption: null }],
    sources: [{ publisher: "Office", title: "Note", url: null, stateMedia: true }],
    paragraphs: ["One."],
    topics: [{ id: "grain", status: "rejected" as const }],
    people: [{ id: "reed", status: "confirmed" as const }],
  };
  expect(compareFields(base, other).map(({ field }) => field)).toEqual([
    "headlineProposed",
    "bylines",
    "paragraphs",
    "mediaCredits",
    "sources",
    "rights",
    "topics",
    "people",
  ]);
});

it("calls topics and people as people know them, and by their ids where these are gone", () => {
  const other = {
    ...base,
    topics: [{ id: "grain", status: "confirmed" as const }],
    people: [{ id: "reed", status: "suggested" as const }],
  };
  const names = { topics: new Map([["grain", "Grain exports"]]), people: new Map() };
  const wordsOf = (field: string) =>
    compareFields(base, other, names).find((change) => change.field === field)?.parts[0]?.text;
  expect(wordsOf("topics")).toBe("Grain exports: confirmed");
  expect(wordsOf("people")).toBe("reed: suggested");
  expect(listConflicts(base, base, other, names)[0]?.mine).toBe("Grain exports: confirmed");
});

describe("two editors of one article", () => {
  const theirs = { ...base, headline: "Theirs", summary: "Theirs too." };
  const mine = { ...base, headline: "Mine", outlet: "My Post" };

  it("are told who changed what", () => {
    const found = listConflicts(base, theirs, mine).map(({ field, changedBy }) => [
      field,
      changedBy,
    ]);
    expect(found).toEqual([
      ["headline", "both"],
      ["summary", "them"],
      ["outlet", "me"],
    ]);
  });

  it("get what they choose", () => {
    expect(mergeFields(mine, theirs, ["summary"])).toEqual({ ...mine, summary: "Theirs too." });
    expect(mergeFields(mine, theirs, ["__proto__" as never])).toEqual(mine);
  });
});
