import { describe, expect, it } from "vitest";
import { placeHref, textDirective } from "#lib/statements/place-href.ts";

describe("textDirective", () => {
  it.each([
    ["We will stay.", ":~:text=We%20will%20stay."],
    ["a long-term plan, now", ":~:text=a%20long%2Dterm%20plan%2C%20now"],
    [
      "one two three four five six seven eight nine ten eleven",
      ":~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
    ],
    ["We stay … as long as needed", ":~:text=We%20stay,as%20long%20as%20needed"],
    ["half \ud800 pair", ":~:text=half%20%EF%BF%BD%20pair"],
  ])("names %j", (words, expected) => {
    expect(textDirective(words)).toBe(expected);
  });
});

it("leads to the statement's mark in the article, and to its words", () => {
  expect(placeHref("/2025/02/27/talks", "7", "We stay")).toBe(
    "/2025/02/27/talks#statement-7:~:text=We%20stay",
  );
});
