import { describe, expect, it } from "vitest";
import { previewColumns } from "#lib/ingest/preview-columns.ts";
import { parseColumnChoices } from "#lib/ingest/records/written-choices.ts";

const ROWS = Array.from({ length: 7 }, (_, i) => `Talks ${i},27 February 2025,Ministers met.\n`);
const tableOf = (header: string) => Buffer.from(`${header}\n${ROWS.join("")}`);

describe("the preview of a table", () => {
  it("shows what each column is taken for, and five rows as they would be read", async () => {
    const preview = await previewColumns(tableOf("Title,When,Text"));
    expect(preview?.columns.map(({ field }) => field)).toEqual(["headline", null, "body"]);
    expect(preview?.rows).toHaveLength(5);
    expect(preview?.rows[4]?.draft).toMatchObject({
      headline: { value: "Talks 4" },
      publishedOn: null,
    });
  });

  it("follows a choice", async () => {
    const columns = parseColumnChoices("headline=A, publishedOn=B,body=C");
    const preview = await previewColumns(tableOf("A,B,C"), { columns });
    expect(preview?.columns.map(({ field }) => field)).toEqual(["headline", "published", "body"]);
    expect(preview?.rows[0]?.draft).toMatchObject({
      headline: { value: "Talks 0" },
      publishedOn: { value: "2025-02-27" },
    });
  });

  it("names the columns of a table that says nothing, to choose among", async () => {
    const preview = await previewColumns(tableOf("A,B,C"), { fileName: "a.csv" });
    expect(preview?.columns.map(({ column }) => column)).toEqual(["A", "B", "C"]);
    expect(preview?.rows).toMatchObject([{ error: { code: "invalid_input" } }]);
  });

  it("is none of a text", async () => {
    expect(await previewColumns(Buffer.from("Talks open\n\nMinisters met."))).toBeNull();
  });

  it("says which columns there are where another was chosen", async () => {
    const columns = parseColumnChoices("headline=Titel");
    const preview = await previewColumns(tableOf("Title,Date,Text"), { columns });
    expect(preview?.rows[0]?.error?.message).toContain(
      "There is no column “Titel”. Its columns are “Title”, “Date”, “Text”.",
    );
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
