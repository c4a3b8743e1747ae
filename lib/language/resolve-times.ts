/** What a time phrase names in the calendar, given the day of the text it stands in. */
import { dayParts, toDay } from "#lib/dates/calendar-day.ts";
import { monthNumber, weekdayNumber } from "#lib/dates/date-words.ts";
import {
  nearestDate,
  nearestWeekday,
  nearestYear,
  weekdayAfter,
  weekdayBefore,
} from "./nearest-day.ts";
import {
  monthValue,
  seasonStart,
  seasonValue,
  shiftDay,
  yearsValue,
  yearValue,
} from "./periods.ts";
import { readQuarter } from "./resolve-quarters.ts";
import { readAgo, readSpan, readYearEarlier } from "./resolve-spans.ts";
import type { PhraseKind } from "./time-grammar.ts";
import { wordOf, wordsOf, type TimeContext, type TimePhrase } from "./time-phrase.ts";
import { decadeStart, ordinalNumber } from "./time-words.ts";

type Reader = (phrase: TimePhrase, context: TimeContext) => string | null;

/** `49` is 2049, `50` is 1950. */
const TWO_FIGURE_YEARS_FROM_1900 = 50;

const READERS: Readonly<Partial<Record<PhraseKind, Reader>>> = {
  day: readDay,
  days: readDays,
  month: readMonth,
  year: readYear,
  years: readYears,
  decade: readDecade,
  century: readCentury,
  quarter: readQuarter,
  season: readSeason,
  weekday: readWeekday,
  deictic: readDeictic,
  part: readPart,
  span: readSpan,
  ago: readAgo,
  yearEarlier: readYearEarlier,
  yearEnd: readYearEnd,
  then: readThen,
  nth: (_, { said }) => said,
};

/** The EDTF of what a phrase names; null where it names no day, month, year or range of these. */
export function resolveTime(phrase: TimePhrase, context: TimeContext): string | null {
  return READERS[phrase.kind]?.(phrase, context) ?? null;
}

function readDay(phrase: TimePhrase, { today, direction }: TimeContext): string | null {
  const whole = wordOf(phrase, "iso");
  if (whole !== undefined) return readFigures(whole);
  const day = dayOfMonth(phrase);
  const month = monthNumber(wordOf(phrase, "month") ?? "");
  if (day === undefined || month === undefined) return null;
  const year = yearOf(phrase, today);
  if (year !== undefined) return toDay({ year, month, day });
  const weekday = weekdayNumber(wordOf(phrase, "weekday") ?? "");
  return today && nearestDate(today, { month, day, weekday }, direction());
}

/** The year that a date gives: "2024", "last year"; undefined where it gives none. */
function yearOf(phrase: TimePhrase, today: string | null): number | undefined {
  const named = wordOf(phrase, "year");
  if (named !== undefined) return Number(named);
  if (today === null || wordOf(phrase, "unit") !== "year") return undefined;
  const count = wordOf(phrase, "last") ? -1 : wordOf(phrase, "next") ? 1 : 0;
  return dayParts(today).year + count;
}

/** The day stands right beside its month; other figures are a time of day. */
function dayOfMonth(phrase: TimePhrase): number | undefined {
  const days = wordsOf(phrase, "small");
  const named = wordOf(phrase, "ordinal");
  return named === undefined ? Number(days.at(-1)) : ordinalNumber(named);
}

/** `2025-02-27`, and `27/02/2025` in British order unless only the American one is a day. */
function readFigures(text: string): string | null {
  const [first = 0, second = 0, third = 0] = text.split(/[-/.]/).map(Number);
  if (text.charAt(4) === "-") return toDay({ year: first, month: second, day: third });
  const year = third >= 100 ? third : third + (third < TWO_FIGURE_YEARS_FROM_1900 ? 2000 : 1900);
  return toDay({ year, month: second, day: first }) ?? toDay({ year, month: first, day: second });
}

function readDays(phrase: TimePhrase, { today, direction }: TimeContext): string | null {
  const [from = 0, to = 0] = wordsOf(phrase, "small").map(Number);
  const month = monthNumber(wordOf(phrase, "month") ?? "");
  if (month === undefined || from >= to) return null;
  const named = wordOf(phrase, "year");
  const year = named ?? (today && nearestDate(today, { month, day: to }, direction())?.slice(0, 4));
  const [first, last] = [from, to].map((day) => toDay({ year: Number(year), month, day }));
  return first && last ? `${first}/${last}` : null;
}

function readMonth(phrase: TimePhrase, { today, direction }: TimeContext): string | null {
  const month = monthNumber(wordOf(phrase, "month") ?? "");
  if (month === undefined) return null;
  const named = wordOf(phrase, "year");
  if (named !== undefined) return monthValue(Number(named), month);
  if (!today) return null;
  const { year, month: current } = dayParts(today);
  if (wordOf(phrase, "last")) return monthValue(month < current ? year : year - 1, month);
  if (wordOf(phrase, "next")) return monthValue(month > current ? year : year + 1, month);
  if (wordOf(phrase, "this")) return monthValue(year, month);
  return monthValue(nearestYear(today, month, direction()), month);
}

function readYear(phrase: TimePhrase): string | null {
  return yearValue(Number(wordOf(phrase, "year")));
}

/** `1989-90` and `2014–2015`; a figure too small for a year completes the first. */
function readYears(phrase: TimePhrase): string | null {
  const first = Number(phrase.words[0]);
  const last = phrase.words[2] ?? "";
  const end = last.length === 2 ? first - (first % 100) + Number(last) : Number(last);
  return end > first && end - first < 200 ? yearsValue(first, end - first + 1) : null;
}

function readDecade(phrase: TimePhrase): string | null {
  return yearsValue(decadeStart(wordOf(phrase, "decade") ?? ""), 10);
}

function readCentury(phrase: TimePhrase): string | null {
  const number = ordinalNumber(wordOf(phrase, "ordinal") ?? "");
  return number === undefined || number > 30 ? null : yearsValue(100 * (number - 1), 100);
}

function readSeason(phrase: TimePhrase, { today, direction }: TimeContext): string | null {
  const season = wordOf(phrase, "season") ?? wordOf(phrase, "maybeSeason") ?? "";
  const named = wordOf(phrase, "year");
  if (named !== undefined) return seasonValue(Number(named), season);
  const month = seasonStart(season);
  if (!today || month === undefined) return null;
  const { year, month: current } = dayParts(today);
  if (wordOf(phrase, "last")) {
    // "Last summer" in summer is the one before; in autumn the one just gone.
    return seasonValue(month + 2 < current ? year : year - 1, season);
  }
  if (wordOf(phrase, "next")) return seasonValue(month > current ? year : year + 1, season);
  if (wordOf(phrase, "this")) return seasonValue(year, season);
  return seasonValue(nearestYear(today, month, direction()), season);
}

function readWeekday(phrase: TimePhrase, { today, anchor, direction }: TimeContext): string | null {
  const word = wordOf(phrase, "weekday") ?? "";
  const wanted = weekdayNumber(word);
  if (wanted === undefined || !today) return null;
  const which = wordOf(phrase, "last") ?? wordOf(phrase, "next");
  switch (which) {
    case undefined:
      return nearestWeekday(today, wanted, direction());
    case "last":
    case "past":
      return weekdayBefore(today, wanted);
    case "next":
    case "coming":
    case "upcoming":
      return weekdayAfter(today, wanted);
    case "following":
      return weekdayAfter(anchor ?? today, wanted);
    default:
      return weekdayBefore(anchor ?? today, wanted);
  }
}

const DEICTIC_DAYS = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
]);

function readDeictic(phrase: TimePhrase, { today }: TimeContext): string | null {
  if (!today) return null;
  const days = DEICTIC_DAYS.get(wordOf(phrase, "deictic") ?? "");
  return days === undefined ? overnight(today) : shiftDay(today, "day", days);
}

/** The last day of this year, or of the one before where the text looks back at it. */
function readYearEnd(_: TimePhrase, { today, direction }: TimeContext): string | null {
  if (!today) return null;
  return toDay({
    year: dayParts(today).year - (direction() === "past" ? 1 : 0),
    month: 12,
    day: 31,
  });
}

/** "Until then", and "Oct. 12, the day before …", say again the day that was named. */
function readThen(phrase: TimePhrase, { anchor }: TimeContext): string | null {
  const unit = wordOf(phrase, "unit");
  return unit === undefined || unit === "day" ? anchor : null;
}

/** The night before a text is of two days. */
function overnight(today: string): string | null {
  const yesterday = shiftDay(today, "day", -1);
  return yesterday && `${yesterday}/${today}`;
}

function readPart(phrase: TimePhrase, { today, anchor }: TimeContext): string | null {
  if (wordOf(phrase, "last")) return today && shiftDay(today, "day", -1);
  return wordOf(phrase, "this") ? today : (anchor ?? today);
}
