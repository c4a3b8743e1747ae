import { expect, it } from "vitest";
import { confidenceInWords, isByPerson, ruleInWords } from "#lib/articles/place-words.ts";

it("says how sure a rule is", () => {
  expect([0.97, 0.9, 0.7, 0.5, 0.4, 0].map(confidenceInWords)).toEqual([
    "certain",
    "very likely",
    "likely",
    "uncertain",
    "a guess",
    "a guess",
  ]);
});

it("says which rule it was, also one it does not know", () => {
  expect(ruleInWords("date-iso-published")).toBe("a date as 2025-02-27");
  expect(ruleInWords("corrected")).toBe("corrected by an archivist");
  expect(ruleInWords("some-new-rule")).toBe("some new rule");
});

it("tells people from rules", () => {
  expect(["entered", "byline-name"].map((rule) => isByPerson({ rule }))).toEqual([true, false]);
});
