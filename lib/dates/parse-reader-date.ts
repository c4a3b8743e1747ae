/**
 * Reads the dates that people type into a search form. British order, no error ever: what cannot be
 * read is null, and the page says so.
 */
import { addDays, monthRange, toDay, weekday } from "./calendar-day.ts";
import { monthNumber } from "./date-words.ts";
import { parseEdtf } from "./edtf.ts";
import { findDates } from "./find-dates.ts";

export type DayRange = { from: string; to: string };

const MAX_INPUT_LENGTH = 80;
const WEEKDAY_ORDER = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/**
 * The days that a reader's date covers, both ends included: `2025`, `2025-02`, `27 Feb 2025`,
 * `February 2025`, `27/02/2025`, `yesterday`, `last week`, `past 30 days`, `2022 to 2024`. `today`
 * (`YYYY-MM-DD`) is what relative words count from; weeks begin on Monday. Null when not understood.
 */
export function parseDateRange(input: string, today: string): DayRange | null {
  const text = input.trim().replace(/\s+/g, " ");
  if (text === "" || text.length > MAX_INPUT_LENGTH || !parseEdtf(today)) return null;
  const single = parseSingle(text, today);
  if (single) return single;
  const ends = text.replace(/^(?:from|between) /i, "").split(/ (?:to|until|till|and|-|–) |\.\.|–/i);
  if (ends.length !== 2) return null;
  const [from, to] = ends.map((end) => parseSingle(end.trim(), today));
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

function parseSingle(text: string, today: string): DayRange | null {
  const edtf = parseEdtf(text);
  if (edtf) return { from: edtf.start, to: edtf.end };
  return (
    parseMonth(text, today) ?? parseRelative(text.toLowerCase(), today) ?? parseDay(text, today)
  );
}

function parseDay(text: string, today: string): DayRange | null {
  const [found] = findDates(text, { today, order: "dmy" });
  const whole = found && found.span.start === 0 && found.span.end === text.length;
  return whole && found.day ? { from: found.day, to: found.day } : null;
}

/** `February 2025`, `Feb 2025`, `02/2025`, or `February` alone: the last one that has begun. */
function parseMonth(text: string, today: string): DayRange | null {
  const match = /^(?:(\p{L}+)\.?,?(?: (\d{4}))?|(\d{1,2})\/(\d{4}))$/u.exec(text);
  if (!match) return null;
  const month = match[1] ? monthNumber(match[1]) : Number(match[3]);
  if (!month) return null;
  const begun = month <= Number(today.slice(5, 7));
  const year = match[2] ?? match[4] ?? Number(today.slice(0, 4)) - (begun ? 0 : 1);
  return toRange(monthRange(Number(year), month));
}

function parseRelative(text: string, today: string): DayRange | null {
  if (text === "tomorrow") return { from: addDays(today, 1), to: addDays(today, 1) };
  const days = /^(?:last|past) (\d{1,4}) days$/.exec(text);
  if (days) return { from: addDays(today, 1 - Number(days[1])), to: today };
  const match = /^(this|last|past) (week|month|year)$/.exec(text);
  if (!match) return null;
  const back = match[1] === "this" ? 0 : 1;
  if (match[2] === "week") {
    const monday = addDays(today, -WEEKDAY_ORDER.indexOf(weekday(today)) - 7 * back);
    return { from: monday, to: addDays(monday, 6) };
  }
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (match[2] === "month") {
    return toRange(month > back ? monthRange(year, month - back) : monthRange(year - 1, 12));
  }
  const from = toDay({ year: year - back, month: 1, day: 1 });
  return from === null ? null : { from, to: `${from.slice(0, 4)}-12-31` };
}

function toRange(range: { start: string; end: string } | null): DayRange | null {
  return range && { from: range.start, to: range.end };
}
