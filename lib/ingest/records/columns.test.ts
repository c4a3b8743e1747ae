import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ARTICLE_FIELDS, areArticleColumns, mapColumns } from "#lib/ingest/records/columns.ts";

const fieldOf = (column: string) => mapColumns([column])[0]?.field;

describe("what a column holds", () => {
  it.each([
    ["Title", "headline"],
    ["ARTICLE_TEXT", "body"],
    ["publishedOn", "published"],
    ["date-published", "published"],
    [" Photo credit: ", "credit"],
    ["body_html", "body"],
    ["заголовок", "headline"],
    ["constructor", null],
    ["", null],
    ["x".repeat(100_000), null],
  ])("is told by its name: %s", (column, field) => {
    expect(fieldOf(column)).toBe(field);
  });

  it("says in what form its text is, and which of two is believed", () => {
    expect(mapColumns(["content_html", "content_text", "body"])).toEqual([
      { column: "content_html", field: "body", form: "html", rank: 3 },
      { column: "content_text", field: "body", form: "text", rank: 3 },
      { column: "body", field: "body", form: "either", rank: 0 },
    ]);
  });

  it("is written down for those who import, name by name", async () => {
    const page = await readFile("docs/import-formats.md", "utf8");
    const rows = [...page.matchAll(/^\| (\w+) +\| (.+?) *\|$/gm)].filter(([, field]) =>
      ARTICLE_FIELDS.some((known) => known === field),
    );
    expect(rows.map(([, field]) => field)).toEqual(expect.arrayContaining([...ARTICLE_FIELDS]));
    for (const [, field, names = ""] of rows)
      for (const [rank, name] of names.split(", ").entries())
        expect([name, mapColumns([name])[0]]).toMatchObject([name, { field, rank }]);
  });
});

describe("columns of articles", () => {
  it.each([
    [["title", "text"], true],
    [["date", "summary", "x"], true],
    [["title", "date"], false],
    [["text", "length"], false],
    [["name", "e-mail"], false],
  ])("%j: %s", (columns, are) => {
    expect(areArticleColumns(columns)).toBe(are);
  });
});
