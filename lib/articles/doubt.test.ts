import { describe, expect, it } from "vitest";
import { doubtOf, isBeyondDoubt, listDoubts } from "#lib/articles/doubt.ts";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";
import type { WarningCode } from "#lib/ingest/types.ts";

const FIELDS = { ...EMPTY_FIELDS, publishedOn: "2025-02-27", paragraphs: ["One."] };

function draftOf(
  confidences: Record<string, number>,
  { codes = [], rule = "date-words", fields = FIELDS }: DraftOptions = {},
) {
  const places = Object.entries(confidences).map(([field, confidence]) => {
    return { field, startsAt: 0, endsAt: 1, rule, confidence };
  });
  return { fields, places, warnings: codes.map((code) => ({ code, message: code, span: null })) };
}
type DraftOptions = { codes?: WarningCode[]; rule?: string; fields?: typeof FIELDS };

describe("what is in doubt", () => {
  it.each([
    ["nothing, where every field is sure", draftOf({ publishedOn: 1, headline: 0.9 }), []],
    [
      "a day that is a guess",
      draftOf({ publishedOn: 0.4, headline: 0.9 }),
      ["Published on: a guess"],
    ],
    [
      "of several lines only the least sure",
      draftOf({ "bylines.0.name": 0.9, "bylines.1.name": 0.5, "bylines.2.name": 0.7 }),
      ["By-lines: uncertain"],
    ],
    ["no field that a reader can judge", draftOf({ "paragraphs.0": 0.2, language: 0.3 }), []],
    [
      "what the reading warned of, the worst first",
      draftOf({ publishedOn: 1 }, { codes: ["not-english", "decoding-doubtful"] }),
      ["decoding-doubtful", "not-english"],
    ],
    [
      "no warning that an archivist has answered",
      draftOf({ publishedOn: 1 }, { codes: ["ambiguous-date"], rule: "corrected" }),
      [],
    ],
    [
      "a proposed headline once, not twice",
      draftOf(
        { headline: 0.3 },
        { codes: ["proposed-headline"], fields: { ...FIELDS, headlineProposed: true } },
      ),
      ["proposed-headline"],
    ],
  ])("is %s", (_what, draft, doubts) => {
    expect(listDoubts(draft).map(({ what }) => what)).toEqual(doubts);
  });

  it("adds up to at most 1, and every doubt more adds to it", () => {
    const codes: WarningCode[] = ["no-date", "empty", "damaged", "scanned"];
    const figures = codes.map((_, i) => doubtOf(draftOf({}, { codes: codes.slice(0, i + 1) })));
    const undated = { ...FIELDS, publishedOn: null };
    expect(doubtOf({ ...draftOf({}, { codes }), fields: undated })).toBeLessThanOrEqual(1);
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
  });

  it("keeps an outlet from publishing by itself where the day is unsure", () => {
    expect(isBeyondDoubt(doubtOf(draftOf({ publishedOn: 1, headline: 0.8 })))).toBe(false);
    expect(isBeyondDoubt(doubtOf(draftOf({ publishedOn: 0.95, headline: 0.9 })))).toBe(true);
    expect(isBeyondDoubt(doubtOf(draftOf({ publishedOn: 0.7, headline: 0.9 })))).toBe(false);
  });
});
