import { describe, expect, it } from "vitest";
import { parseCheckQuery } from "#lib/statements/check-query.ts";
import { MAX_QUOTATION_CHARACTERS } from "#lib/statements/schema.ts";

describe("parseCheckQuery", () => {
  it.each([
    [undefined, ""],
    ["  We will stay.\r\n", "We will stay."],
    [["one", "two"], "one"],
    ["a\0b\ud800", "a b\ufffd"],
  ])("reads %j", (given, text) => {
    expect(parseCheckQuery(given)).toEqual({ text, problems: [] });
  });

  it("looks up the beginning of a long text, and says so", () => {
    const { text, problems } = parseCheckQuery("words ".repeat(1_000));
    expect(text).toHaveLength(MAX_QUOTATION_CHARACTERS);
    expect(problems).toEqual([expect.stringContaining("Only its first 2,000 characters")]);
  });

  it("says where there is no word", () => {
    expect(parseCheckQuery("“…”").problems).toEqual(["There is no word in it to look up."]);
  });
});
