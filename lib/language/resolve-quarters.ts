/** Quarters and halves of years: "the third quarter", "next year's first quarter", "the first half of 1990". */
import { dayParts } from "#lib/dates/calendar-day.ts";
import { monthsValue } from "./periods.ts";
import { wordOf, type TimeContext, type TimePhrase } from "./time-phrase.ts";
import { ordinalNumber } from "./time-words.ts";

/** The quarter or half; null for one of a company's own year, which begins when it likes. */
export function readQuarter(phrase: TimePhrase, { today }: TimeContext): string | null {
  const number = ordinalNumber(wordOf(phrase, "ordinal") ?? "");
  const months = wordOf(phrase, "half") ? 6 : 3;
  const isPlain = !wordOf(phrase, "fiscal") && !wordOf(phrase, "number");
  if (number === undefined || number > 12 / months || !isPlain) return null;
  const first = 1 + months * (number - 1);
  const year = yearOf(phrase, first, today);
  return year === null ? null : monthsValue(year, first, months);
}

function yearOf(phrase: TimePhrase, firstMonth: number, today: string | null): number | null {
  const named = wordOf(phrase, "year");
  if (named !== undefined) return Number(named);
  // A half without its year is as often one of a match.
  if (!today || (wordOf(phrase, "half") && !wordOf(phrase, "unit"))) return null;
  const { year, month } = dayParts(today);
  if (wordOf(phrase, "unit") === "year") {
    return year + (wordOf(phrase, "last") ? -1 : wordOf(phrase, "next") ? 1 : 0);
  }
  return firstMonth > month ? year - 1 : year;
}
