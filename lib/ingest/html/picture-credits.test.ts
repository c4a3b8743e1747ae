import { describe, expect, it } from "vitest";
import { cleanCredit, splitCaption } from "./picture-credits.ts";

describe("a caption", () => {
  it.each([
    ["The envoy in Northtown. (Ada Brook/Agency)", "The envoy in Northtown.", "Ada Brook/Agency"],
    ["The envoy in Northtown. (Northtown Estates)", "The envoy in Northtown.", "Northtown Estates"],
    [
      "The envoy in Northtown. (Photo by Ada BROOK / AFP) (Photo by ADA BROOK/AFP via Getty Images)",
      "The envoy in Northtown.",
      "ADA BROOK/AFP via Getty Images",
    ],
    [
      "The envoy in Northtown. Photograph: Jo Dene/Reuters",
      "The envoy in Northtown.",
      "Jo Dene/Reuters",
    ],
    ["The envoy in Northtown. Supplied", "The envoy in Northtown.", "Supplied"],
    ["Picture: iStock", null, "iStock"],
    ["Image credit: Northtown Council", null, "Northtown Council"],
  ])("%s is parted from its credit", (text, caption, credit) => {
    expect(splitCaption(text, true)).toEqual({ caption, credit });
  });

  it.each(["The envoy (left) with the minister (right)", "The envoy, who won in 2019 (by a mile)"])(
    "%s has no credit",
    (text) => {
      expect(splitCaption(text, true)?.credit ?? null).toBeNull();
    },
  );

  it("is parted in a line of the text only where a credit's own word stands", () => {
    expect(splitCaption("They met in Northtown. (That was in May)", false)).toBeNull();
    expect(splitCaption("The envoy in Northtown. (AP Photo/Ada Brook)", false)?.credit).toBe(
      "AP Photo/Ada Brook",
    );
  });
});

describe("a credit", () => {
  it.each([
    ["(Photo: Ada Brook)", "Ada Brook"],
    ["© Ada Brook / Agency.", "Ada Brook / Agency"],
    ["Ada Brook | Published 4 months ago", "Ada Brook"],
    ["© 2025 Northtown Media LLC", null],
  ])("%s is cleaned", (text, credit) => {
    expect(cleanCredit(text)).toBe(credit);
  });
});
