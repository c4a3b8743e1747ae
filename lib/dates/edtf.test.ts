import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";

describe("EDTF dates", () => {
  it.each([
    ["2025-02-27", "2025-02-27", "2025-02-27", "day", false],
    ["2024-02", "2024-02-01", "2024-02-29", "month", false],
    ["1994", "1994-01-01", "1994-12-31", "year", false],
    ["2025-02~", "2025-02-01", "2025-02-28", "month", true],
    ["2025?", "2025-01-01", "2025-12-31", "year", true],
    ["2025-02-14/2025-02-16", "2025-02-14", "2025-02-16", "interval", false],
    ["2021-03/2021-04", "2021-03-01", "2021-04-30", "interval", false],
    ["2021-03~/2021-04-02", "2021-03-01", "2021-04-02", "interval", true],
  ])("%s covers %s to %s", (text, start, end, precision, approximate) => {
    expect(parseEdtf(text)).toEqual({ start, end, precision, approximate });
  });

  it.each(["", "2025-02-30", "2025-13", "25", "2025/", "/2025", "2025-02/2024", "2025-21", "x"])(
    "%j is refused",
    (text) => {
      expect(parseEdtf(text)).toBeNull();
      expect(formatEdtf(text)).toBe(text);
    },
  );

  it.each([
    ["2025-02-27", "27 February 2025"],
    ["2025-02", "February 2025"],
    ["1994", "1994"],
    ["2025-02~", "about February 2025"],
    ["2025-02-14/2025-02-16", "14 to 16 February 2025"],
    ["2022-02-28/2022-03-07", "28 February to 7 March 2022"],
    ["2017-12-22/2018-04-30", "22 December 2017 to 30 April 2018"],
    ["2021-03/2021-04", "March to April 2021"],
    ["2014/2015", "2014 to 2015"],
    ["2025-02-14/2025-02-14", "14 February 2025"],
    ["2025-02/2025-03-04", "February 2025 to 4 March 2025"],
  ])("%s reads %j", (text, expected) => {
    expect(formatEdtf(text)).toBe(expected);
  });

  it("never throws, and its start is never after its end", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\-/~?]{1,21}$/)), (text) => {
        const range = parseEdtf(text);
        if (range) expect(range.start <= range.end).toBe(true);
        formatEdtf(text);
      }),
    );
  });
});
