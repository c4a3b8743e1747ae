import { describe, expect, it } from "vitest";
import { nameOfDays, zoomedOut } from "#lib/search/zoom.ts";

describe("days in words, and what is around them", () => {
  it.each([
    ["2025-02-27", "2025-02-27", "27 February 2025", "2025-02"],
    ["2025-02-03", "2025-02-09", "3 February 2025 to 9 February 2025", "2025-02"],
    ["2024-02-01", "2024-02-29", "February 2024", "2024"],
    ["2025-02-01", "2025-03-31", "1 February 2025 to 31 March 2025", "2025"],
    ["2025-01-01", "2025-12-31", "2025", null],
    ["2024-12-31", "2025-01-01", "31 December 2024 to 1 January 2025", null],
    ["0999-01-01", "0999-12-31", "999", null],
  ])("from %s to %s", (from, to, name, key) => {
    expect(nameOfDays({ from, to })).toBe(name);
    expect(zoomedOut({ from, to })?.key).toBe(key);
  });

  it("are open on one side, or all", () => {
    expect(nameOfDays({ from: "2025-02-27", to: null })).toBe("From 27 February 2025");
    expect(nameOfDays({ from: null, to: "2025-02-27" })).toBe("Until 27 February 2025");
    expect(zoomedOut({ from: null, to: "2025-02-27" })?.key).toBeNull();
    expect(nameOfDays({ from: null, to: null })).toBe("All dates");
    expect(zoomedOut({ from: null, to: null })).toBeNull();
  });
});
