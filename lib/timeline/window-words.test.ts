import { expect, it } from "vitest";
import { toTime } from "./time-units.ts";
import { spanInWords } from "./window-words.ts";

it.each([
  ["2025-01-01", "2026-01-01", "2025"],
  ["2022-01-01", "2026-01-01", "2022 to 2025"],
  ["2025-02-01", "2025-03-01", "February 2025"],
  ["2025-02-01", "2025-06-01", "February to May 2025"],
  ["2024-11-01", "2025-02-01", "November 2024 to January 2025"],
  ["2025-02-27", "2025-02-28", "27 February 2025"],
  ["2025-02-03", "2025-02-10", "3 to 9 February 2025"],
  ["2025-02-24", "2025-03-03", "24 February to 2 March 2025"],
  ["2024-12-30", "2025-01-06", "30 December 2024 to 5 January 2025"],
])("says of %s to %s %s", (from, to, words) => {
  expect(spanInWords({ from: toTime(from), to: toTime(to) })).toBe(words);
});

it("says the hours of a window within days", () => {
  const day = toTime("2025-02-27");
  expect(spanInWords({ from: day + 0.25, to: day + 0.75 })).toBe(
    "27 February 2025, 06:00 to 27 February 2025, 18:00",
  );
});
