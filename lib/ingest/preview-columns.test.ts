import { describe, expect, it } from "vitest";
import { previewRows } from "#lib/ingest/preview-columns.ts";
import type { ArticleField } from "#lib/ingest/records/columns.ts";
import { parseColumnChoices } from "#lib/ingest/records/written-choices.ts";

const ROW = { A: "Talks open", B: "27 February 2025", C: "Ministers met.", D: "=1+1" };
const fieldsOf = (fields: (ArticleField | null)[]) =>
  Object.keys(ROW).map((column, i) => ({ column, field: fields[i] ?? null }));

describe("the preview of a table", () => {
  it("shows rows as they would be read", async () => {
    const fields = fieldsOf(["headline", "published", "body", null]);
    expect(await previewRows([ROW], fields)).toMatchObject([
      { headline: "Talks open", publishedOn: "2025-02-27", text: "Ministers met.", problem: null },
    ]);
  });

  it("says why a row cannot be read, and reads the others", async () => {
    const fields = fieldsOf([null, "published", "body", null]);
    expect(await previewRows([{ A: "x", D: "y" }, ROW], fields)).toMatchObject([
      { headline: null, problem: expect.stringContaining("names a headline or a text") },
      { headline: "Ministers met", isProposed: true, text: "Ministers met." },
    ]);
  });

  it("says once what is missing where no row can be read", async () => {
    const fields = fieldsOf([null, null, null, null]);
    expect(await previewRows([ROW, ROW], fields)).toMatchObject([
      { problem: expect.stringContaining("No column holds the text.") },
    ]);
    expect(await previewRows([], fields)).toEqual([]);
  });
});

describe("a choice of columns as written", () => {
  it.each([
    ["headline=Title,text=Full text", { Title: "headline", "Full text": "body" }],
    ["publishedOn=a=b", { "a=b": "published" }],
    ["-=Notes", { Notes: null }],
  ])("is read: %s", (written, choices) => {
    expect(parseColumnChoices(written)).toEqual(choices);
  });

  it.each([
    ["colour=Title", "“colour” is no field of an article."],
    ["Title", "“Title” is no field=Column."],
    ["headline=", "“headline=” is no field=Column."],
    ["headline=A,body=A", "“A” is named twice."],
  ])("says what may stand there: %s", (written, why) => {
    expect(() => parseColumnChoices(written)).toThrow(why);
    expect(() => parseColumnChoices(written)).toThrow("headline, summary, body");
  });
});
