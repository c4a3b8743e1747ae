/** Stretches that are counted from the day of a text: "last week", "two months ago", "a year earlier". */
import { periodAround, shiftDay, type CalendarUnit } from "./periods.ts";
import { wordOf, wordsOf, type TimeContext, type TimePhrase } from "./time-phrase.ts";
import { quantity } from "./time-words.ts";

const UNITS: Readonly<Record<string, CalendarUnit>> = {
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  weekend: "weekend",
  fortnight: "fortnight",
  fortnights: "fortnight",
  month: "month",
  months: "month",
  quarter: "quarter",
  quarters: "quarter",
  year: "year",
  years: "year",
  decade: "decade",
  decades: "decade",
  century: "century",
  centuries: "century",
};
/** "this week", "last month", "the next day", "earlier this year"; plural stretches name none. */
export function readSpan(phrase: TimePhrase, context: TimeContext): string | null {
  const word = wordOf(phrase, "unit") ?? wordOf(phrase, "quarter") ?? "";
  const unit = UNITS[word];
  const { today } = context;
  if (!unit || word.endsWith("s") || !today) return null;
  if (unit === "day") return readDaySpan(phrase, context);
  const last = wordOf(phrase, "last");
  const next = wordOf(phrase, "next");
  const base = isOfText(phrase, last ?? next) ? (context.anchor ?? today) : today;
  const day = shiftDay(base, unit, last ? -1 : next ? 1 : 0);
  if (day && last === "past") return `${day}/${today}`;
  return day && periodAround(day, unit);
}

/** "The next day" is the one after what was told, since tomorrow has a word of its own. */
function readDaySpan(phrase: TimePhrase, { today, anchor }: TimeContext): string | null {
  const base = anchor ?? today;
  if (!base) return null;
  if (wordOf(phrase, "last")) return shiftDay(base, "day", -1);
  if (wordOf(phrase, "next")) return shiftDay(base, "day", 1);
  // "At the end of the day" names none.
  return isOfText(phrase, undefined) ? base : null;
}

/** Counted from what the text told before, not from the day it was written on. */
function isOfText(phrase: TimePhrase, which: string | undefined): boolean {
  if (which !== undefined) return /^(?:previous|preceding|prior|following)$/.test(which);
  return (wordOf(phrase, "that") ?? wordOf(phrase, "same")) !== undefined;
}

/** "two days ago" is a day; what is counted in weeks, months or years is about that week, month or year. */
export function readAgo(phrase: TimePhrase, { today, anchor }: TimeContext): string | null {
  const unit = UNITS[wordOf(phrase, "unit") ?? wordOf(phrase, "quarter") ?? ""];
  const count = countOf(phrase);
  const base = wordOf(phrase, "ago") ? today : (anchor ?? today);
  if (!unit || count === null || !base) return null;
  const day = shiftDay(base, unit, wordOf(phrase, "shift") === "later" ? count : -count);
  return day && aboutDay(day, unit, wordOf(phrase, "about") !== undefined);
}

/** "the year-earlier quarter", "year-ago": about a year before the text. */
export function readYearEarlier(phrase: TimePhrase, { today }: TimeContext): string | null {
  const day = today && wordOf(phrase, "unit") === "year" ? shiftDay(today, "year", -1) : null;
  return day && `${day.slice(0, 4)}~`;
}

/** What a phrase counts, in words or figures; null where it says "several" or gives a range. */
function countOf(phrase: TimePhrase): number | null {
  if (["several", "half", "join"].some((name) => wordOf(phrase, name) !== undefined)) return null;
  const figure = wordOf(phrase, "small") ?? wordOf(phrase, "figure") ?? wordOf(phrase, "year");
  if (figure !== undefined) return Number(figure.replaceAll(",", ""));
  const numbers = wordsOf(phrase, "number").map((word) => quantity(word) ?? 0);
  if (numbers.length === 0) return wordOf(phrase, "a") === undefined ? null : 1;
  return numbers.reduce((sum, number) => (number >= 100 ? (sum || 1) * number : sum + number), 0);
}

function aboutDay(day: string, unit: CalendarUnit, isRough: boolean): string | null {
  switch (unit) {
    case "day":
      return isRough ? `${day}~` : day;
    case "week":
    case "weekend":
    case "fortnight":
      return `${day}~`;
    case "month":
      return `${day.slice(0, 7)}~`;
    case "year":
      return `${day.slice(0, 4)}~`;
    default:
      return periodAround(day, unit);
  }
}
