import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDates } from "#lib/dates/find-dates.ts";

const TODAY = "2025-03-01"; // a Saturday

function first(text: string, options = {}) {
  const [found] = findDates(text, options);
  return found && { day: found.day, text: text.slice(found.span.start, found.span.end) };
}

describe("dates in header text", () => {
  it.each([
    [" date 2025-02-27 Ada Brook", "2025-02-27", "2025-02-27"],
    ["2025/02/27", "2025-02-27", "2025/02/27"],
    ["Thursday 27 February 2025", "2025-02-27", "Thursday 27 February 2025"],
    ["Thu 27 Feb 2025 18.45 GMT", "2025-02-27", "Thu 27 Feb 2025"],
    ["Published Feb. 27, 2025Updated 1 March", "2025-02-27", "Feb. 27, 2025"],
    ["Published Feb. 27, 2025 · Updated", "2025-02-27", "Feb. 27, 2025"],
    ["27th of February, 2025", "2025-02-27", "27th of February, 2025"],
    ["27-Feb-2025", "2025-02-27", "27-Feb-2025"],
    ["FEBRUARY 27TH, 2025", "2025-02-27", "FEBRUARY 27TH, 2025"],
    ["the twenty-seventh of February, two thousand and twenty-five", "2025-02-27", undefined],
    ["the first of March, twenty twenty-four", "2024-03-01", undefined],
    ["27/02/2025", "2025-02-27", "27/02/2025"],
    ["02/27/2025", "2025-02-27", "02/27/2025"],
    ["27.02.25", "2025-02-27", "27.02.25"],
    ["27 лютого 2025 року", "2025-02-27", "27 лютого 2025 року"],
    ["27 février 2025", "2025-02-27", "27 février 2025"],
    ["31 February 2025", undefined, undefined],
    ["version 1.2.2025.3", undefined, undefined],
  ])("%j", (text, day, exact) => {
    const found = first(text);
    expect(found?.day).toBe(day);
    if (exact !== undefined) expect(found?.text).toBe(exact);
  });

  it("reads 03/04 in British order, in American when asked, and says that it is ambiguous", () => {
    expect(findDates("03/04/2025")[0]).toMatchObject({ day: "2025-04-03", ambiguous: true });
    expect(findDates("03/04/2025", { order: "mdy" })[0]).toMatchObject({
      day: "2025-03-04",
      ambiguous: false,
    });
    expect(findDates("04/04/2025")[0]).toMatchObject({ ambiguous: false });
  });

  it.each([
    ["Updated 2 hours ago", "2025-03-01"],
    ["yesterday", "2025-02-28"],
    ["3 days ago", "2025-02-26"],
    ["Thursday", "2025-02-27"],
    ["27 February", "2025-02-27"],
    ["27 December", "2024-12-27"],
    ["29 February", "2024-02-29"],
  ])("%j counts from the reference day, and is unresolved without one", (text, day) => {
    expect(first(text, { today: TODAY })?.day).toBe(day);
    expect(first(text)?.day).toBeNull();
  });

  it.each([
    ["27 February 2025, 10:15 GMT", "10:15", "Z", "10:15 GMT"],
    ["Thu 27 Feb 2025 18.45 BST", "18:45", "+01:00", "18.45 BST"],
    ["Feb. 27, 2025, 6:30 p.m. ET", "18:30", null, "6:30 p.m. ET"],
    ["2025-02-27T10:15:00+02:00", "10:15:00", "+02:00", "10:15:00+02:00"],
    ["10.15am, 27 February 2025", "10:15", null, "10.15am"],
    ["27 February 2025 at 12am", "00:00", null, "12am"],
  ])("%j has a time", (text, time, offset, exact) => {
    const found = findDates(text)[0]?.time;
    expect(found).toMatchObject({ time, offset });
    expect(text.slice(found?.span.start, found?.span.end)).toBe(exact);
  });

  it("never throws, and its spans are in order and within the text", () => {
    const pieces = fc.constantFrom(
      "27",
      " ",
      "Feb",
      "2025",
      "/",
      "-",
      "Thursday",
      "ago",
      "2 h",
      ":",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0;
        for (const { span } of findDates(sample, { today: TODAY })) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(sample.length);
      }),
    );
  });
});
