import { describe, expect, it } from "vitest";
import { stripPath, stripSpan } from "./meeting-strip.ts";

describe("stripPath", () => {
  it("draws each day where it lies in whole years", () => {
    const span = stripSpan(["2024-07-01", "2022-03-01"]);
    expect(span).toEqual({ first: "2022-01-01", last: "2024-12-31" });
    expect(stripPath(["2022-01-01", "2024-12-31", "2022-01-01"], span!)).toBe("M0 1v12M200 1v12");
  });

  it("has no span where nothing is", () => {
    expect(stripSpan([])).toBeNull();
  });
});
