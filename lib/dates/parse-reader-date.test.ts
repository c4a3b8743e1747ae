import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";

const TODAY = "2025-03-01"; // a Saturday

describe("a reader's date", () => {
  it.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2025-02-27", "2025-02-27", "2025-02-27"],
    ["27 Feb 2025", "2025-02-27", "2025-02-27"],
    ["  Thursday 27  February 2025 ", "2025-02-27", "2025-02-27"],
    ["February 2025", "2025-02-01", "2025-02-28"],
    ["feb 2024", "2024-02-01", "2024-02-29"],
    ["February", "2025-02-01", "2025-02-28"],
    ["December", "2024-12-01", "2024-12-31"],
    ["02/2025", "2025-02-01", "2025-02-28"],
    ["27/02/2025", "2025-02-27", "2025-02-27"],
    ["03/04/2024", "2024-04-03", "2024-04-03"],
    ["27 Feb", "2025-02-27", "2025-02-27"],
    ["today", "2025-03-01", "2025-03-01"],
    ["yesterday", "2025-02-28", "2025-02-28"],
    ["Thursday", "2025-02-27", "2025-02-27"],
    ["this week", "2025-02-24", "2025-03-02"],
    ["last week", "2025-02-17", "2025-02-23"],
    ["last month", "2025-02-01", "2025-02-28"],
    ["last year", "2024-01-01", "2024-12-31"],
    ["past 30 days", "2025-01-31", "2025-03-01"],
    ["2022 to 2024", "2022-01-01", "2024-12-31"],
    ["14 Feb 2025 – 16 Feb 2025", "2025-02-14", "2025-02-16"],
    ["between March 2022 and 7 April 2022", "2022-03-01", "2022-04-07"],
    ["2025-02-14/2025-02-16", "2025-02-14", "2025-02-16"],
  ])("%j", (input, from, to) => {
    expect(parseDateRange(input, TODAY)).toEqual({ from, to });
  });

  it("in January, last month is December of the year before", () => {
    const expected = { from: "2024-12-01", to: "2024-12-31" };
    expect(parseDateRange("last month", "2025-01-15")).toEqual(expected);
  });

  it.each([
    "",
    "soon",
    "2025-02-30",
    "2024 to 2022",
    "99/99/2025",
    "Sun",
    "a to b",
    "x".repeat(999),
  ])("%j is not one", (input) => {
    expect(parseDateRange(input, TODAY)).toBeNull();
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (input) => void parseDateRange(input, TODAY)));
  });
});
