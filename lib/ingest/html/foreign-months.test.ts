import { expect, it } from "vitest";
import { MONTH_NAMES } from "#lib/dates/calendar-day.ts";
import { FOREIGN_MONTHS, withEnglishMonths } from "./foreign-months.ts";

it("knows every word for one month only", () => {
  const words = FOREIGN_MONTHS.flatMap((line) => line.split(" "));
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

it.each([
  ["5 ιουλίου 2024", 7],
  ["5 αυγούστου 2024", 8],
  ["5. Jänner 2024", 1],
])("puts %s into English", (written, month) => {
  expect(withEnglishMonths(written)).toBe(`5 ${MONTH_NAMES[month - 1]} 2024`);
});
