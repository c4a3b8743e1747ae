import { describe, expect, it } from "vitest";
import {
  faultOfFields,
  faultOfHeader,
  fieldsByName,
  shapeOfColumns,
  toChoices,
} from "#lib/ingest/records/column-shape.ts";
import type { ArticleField } from "#lib/ingest/records/columns.ts";

describe("the shape of a header", () => {
  it("is the same in any order, and another one with any other name", () => {
    const shape = shapeOfColumns(["Titel", "Volltext", "Datum"]);
    expect(shapeOfColumns(["Datum", "Titel", "Volltext"])).toBe(shape);
    for (const other of [
      ["Titel", "Volltext"],
      ["Titel", "Volltext", "datum"],
      ["Titel,Volltext", "Datum"],
    ])
      expect(shapeOfColumns(other)).not.toBe(shape);
  });

  it.each([
    [Array.from({ length: 10_000 }, (_, i) => `c${i}`), "It has 10,000 columns"],
    [["Title", "x".repeat(1_000_000)], "is 1,000,000 characters long"],
    [Array.from({ length: 200 }, (_, i) => `${i}`.padEnd(150, "x")), "longer than 20,000"],
    [["Title", "a\0b"], "a character that is none"],
    [["Title", "\ud800"], "a character that is none"],
    [["عنوان", "=cmd()", "column 3", "Title (2)"], null],
  ])("that nobody can choose in says why: %#", (columns, fault) => {
    if (fault === null) expect(faultOfHeader(columns)).toBeNull();
    else expect(faultOfHeader(columns)).toContain(fault);
  });
});

describe("fields of columns", () => {
  it("are chosen only where they differ from what the names say", () => {
    const named = fieldsByName(["Title", "Volltext", "Text", "__proto__"]);
    expect(toChoices(named)).toEqual({});
    const chosen = named.map(({ column, field }) => ({
      column,
      field: column === "Title" ? field : column === "Text" ? null : ("body" as const),
    }));
    expect(Object.entries(toChoices(chosen))).toEqual([
      ["Volltext", "body"],
      ["Text", null],
      ["__proto__", "body"],
    ]);
  });

  it.each<[(ArticleField | null)[], RegExp | null]>([
    [["headline", "body"], null],
    [["published", "summary", null], null],
    [["headline", "published"], /No column holds the text/],
    [["body", "url"], /No column holds the headline/],
    [[null, null], /No column holds the text/],
  ])("are enough for articles: %j", (fields, fault) => {
    const found = faultOfFields(fields.map((field, i) => ({ column: `${i}`, field })));
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });
});
