import { expect, it } from "vitest";
import { parseSearch } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";

const { query } = parseSearch(
  { q: 'a & "b"', from: "2025", topic: ["nato", "sanctions"], sort: "oldest", page: "3" },
  "2026-04-10",
);

it("says everything that a search holds, and begins at its first page", () => {
  expect(searchPath(query)).toBe(
    "/search?q=a+%26+%22b%22&from=2025-01-01&topic=nato&topic=sanctions&sort=oldest",
  );
  expect(searchPath(query, { page: 2 })).toMatch(/&page=2$/);
});

it("is read again as what it was", () => {
  const { searchParams } = new URL(searchPath(query, { page: 3 }), "https://archive.example");
  const again = parseSearch(
    { ...Object.fromEntries(searchParams), topic: searchParams.getAll("topic") },
    "2026-04-10",
  );
  expect(again.query).toEqual(query);
});

it("leaves out what goes without saying", () => {
  expect(searchPath(parseSearch({}, "2026-04-10").query)).toBe("/search");
});
