import { describe, expect, it } from "vitest";
import { placeOf } from "#lib/happenings/happening-place.ts";

describe("the place of a happening", () => {
  it("is the town that most accounts name, before a country that more of them do", () => {
    const leads = [
      "The envoys met in Geneva, and later spoke in Switzerland.",
      "Talks in Switzerland ended.",
      "The talks in Geneva ended in Switzerland's favour.",
    ];
    expect(placeOf(leads)).toBe("Geneva");
  });

  it.each([
    ["nothing is named", ["The envoys met.", "They met again."]],
    ["each account names another", ["They met in Geneva.", "They met in Vienna."]],
  ])("is not known where %s", (_, leads) => {
    expect(placeOf(leads)).toBeNull();
  });
});
