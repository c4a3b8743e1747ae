import { describe, expect, it } from "vitest";
import { listSpans } from "#lib/ingest/coverage.ts";
import { ExtractedText } from "#lib/ingest/extracted-text.ts";
import { parseArticle } from "#lib/ingest/parse.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

function draftOf(build: (text: ExtractedText) => void): ArticleDraft {
  const extracted = new ExtractedText();
  build(extracted);
  return parseArticle({
    ...extracted.finish(),
    mediaType: "text/html",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings: [],
  });
}

describe("the text taken out of a format that names its fields", () => {
  it("gives each field the place where its value stands", () => {
    const draft = draftOf((text) => {
      text.add("headline", " Harbour  talks open ", "json-ld", 0.95);
      text.addByline("Ada Brook", { role: "Diplomatic editor" }, "json-ld", 0.9);
      text.addDate("published", "2025-02-27T23:15:00-05:00");
      text.add("credit", "EPA", "figure", 0.8);
      text.addParagraph("KYIV, Ukraine (AP) — Ministers met at noon in the harbour on Thursday.");
      text.addParagraph("What follows", "sub-heading");
    });
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open", rule: "json-ld" },
      publishedOn: { value: "2025-02-27" },
      bylines: [{ name: { value: "Ada Brook" }, role: { value: "Diplomatic editor" }, note: null }],
      mediaCredits: [{ value: "EPA" }],
      dateline: { value: "KYIV, Ukraine" },
      unused: [],
    });
    expect(draft.paragraphs.map(({ rule, value }) => [rule, value])).toEqual([
      ["paragraph", "Ministers met at noon in the harbour on Thursday."],
      ["sub-heading", "What follows"],
    ]);
    for (const found of [draft.headline, draft.bylines[0]?.name, ...draft.paragraphs])
      expect(draft.text.slice(found?.span?.start, found?.span?.end)).toBe(found?.value);
    let free = 0;
    for (const { start, end } of listSpans(draft)) {
      expect(start).toBeGreaterThanOrEqual(free);
      free = end;
    }
  });

  it("keeps the surer of two values, and the other where it can be seen", () => {
    const draft = draftOf((text) => {
      text.add("headline", "Talks | The Courier", "title", 0.5);
      text.add("headline", "Talks", "h1", 0.9);
      text.addParagraph("Ministers met.");
    });
    expect(draft.headline?.value).toBe("Talks");
    expect(draft.furniture).toMatchObject([
      { value: "Talks | The Courier", rule: "other-headline" },
    ]);
  });

  it("leaves out what is blank or no date, and proposes a headline where none is declared", () => {
    const draft = draftOf((text) => {
      text.add("summary", " \n", "meta", 0.9);
      expect(text.addDate("published", "soon")).toBe(false);
      text.addParagraph("Ministers met in the harbour on Thursday.");
    });
    expect(draft).toMatchObject({ summary: null, publishedOn: null, headlineProposed: true });
    expect(draft.warnings.map(({ code }) => code)).toContain("no-date");
  });
});
