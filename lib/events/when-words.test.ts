import { expect, it } from "vitest";
import { whenInWords } from "./when-words.ts";

it.each([
  ["2025-02-28", "Friday, 28 February 2025", "The time of day is not recorded."],
  ["2025-02-28~", "about 28 February 2025", "The date is approximate."],
  ["2025-02", "February 2025", "The day is not known."],
  ["2025-02?", "about February 2025", "The day is not known. The date is uncertain."],
  ["2014", "2014", "Month and day are not known."],
  ["2025-02-14/2025-02-16", "14 to 16 February 2025, 3 days", null],
  ["2021-03/2021-04", "March to April 2021", "The first and the last day are not known."],
  ["soon", "soon", null],
])("says of %s what is known and what is not", (date, known, unknown) => {
  expect(whenInWords(date)).toEqual({ known, unknown });
});
