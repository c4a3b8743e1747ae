import { expect, it } from "vitest";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { isDatedToTheDay } from "./day-precision.ts";

it.each([
  ["2025-02-28", true],
  ["2025-02-14/2025-02-16", true],
  ["2017-12-22/2018-04-30", false],
  ["2025-12", false],
  ["2021-03/2021-04", false],
  ["2025", false],
])("%s is dated to the day: %s", (date, expected) => {
  const range = parseEdtf(date);
  expect(range).not.toBeNull();
  expect(isDatedToTheDay({ date, startsOn: range?.start ?? "", endsOn: range?.end ?? "" })).toBe(
    expected,
  );
});
