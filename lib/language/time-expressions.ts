/**
 * The time expressions of English news ("Thursday", "last week", "the third quarter", "Feb. 27",
 * "three months"), as TimeML marks them, and what they name, counted from the day of the text.
 */
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Span } from "#lib/text/span.ts";
import { shiftDay } from "./periods.ts";
import { dayCountedTo } from "./resolve-spans.ts";
import { resolveTime } from "./resolve-times.ts";
import { directionAround } from "./tense.ts";
import type { PhraseKind } from "./time-grammar.ts";
import { areLinked } from "./time-links.ts";
import { wordOf, type TimePhrase } from "./time-phrase.ts";
import { findTimePhrases } from "./time-phrases.ts";
import { spanOf, tokenise } from "./time-tokens.ts";

export type TimeExpression = Span & {
  type: "DATE" | "TIME" | "DURATION" | "SET";
  /** EDTF as lib/dates/edtf.ts reads it; a season, week or decade is an interval. Null where it names none. */
  value: string | null;
  /** `YYYY-MM-DD` where it names exactly one calendar day, else null. */
  day: string | null;
  /** The same, and where it says about when ("a year ago"), the day that counting comes to. */
  around: string | null;
};

/** The kinds of which the last day named is what "the next day" counts from. */
const ANCHORING: ReadonlySet<PhraseKind> = new Set(["day", "weekday", "deictic"]);

/** The kinds that leave their year to the words before: "the year-ago quarter, ended 31 October". */
const OF_A_YEAR: ReadonlySet<PhraseKind> = new Set(["day", "days", "month", "quarter"]);

/** A phrase that was read, the day it names, and whether it or what it is of lies a year back. */
type Told = { phrase: TimePhrase; day: string | null; isYearAgo: boolean };

/**
 * All time expressions, in order and without overlap. `documentDay` (`YYYY-MM-DD`) is the day on
 * which the text was written; without one only what says its year is resolved. Linear in the text.
 */
export function findTimeExpressions(text: string, documentDay: string | null): TimeExpression[] {
  const tokens = tokenise(text);
  const written = documentDay !== null && isDocumentDay(documentDay) ? documentDay : null;
  let anchor: string | null = null;
  let before: Told | null = null;
  return findTimePhrases(tokens).map((phrase) => {
    const direction = () => directionAround(tokens, phrase.first, phrase.last);
    const same = before && areLinked(tokens, before.phrase, phrase) ? before : null;
    const isOfYearAgo = same?.isYearAgo === true && OF_A_YEAR.has(phrase.kind);
    const today = isOfYearAgo && written ? shiftDay(written, "year", -1) : written;
    const said = same?.day ?? null;
    const value = resolveTime(phrase, { today, anchor, said, direction });
    const day = dayOf(value);
    const counted = phrase.kind === "ago" ? dayCountedTo(phrase, { today, anchor }) : null;
    const around = day ?? counted;
    if (day !== null && ANCHORING.has(phrase.kind)) anchor = day;
    before = { phrase, day, isYearAgo: isOfYearAgo || phrase.kind === "yearEarlier" };
    return {
      ...spanOf(tokens, phrase.first, phrase.last),
      type: typeOf(phrase),
      value,
      day,
      around,
    };
  });
}

function dayOf(value: string | null): string | null {
  return value !== null && isCalendarDay(value) ? value : null;
}

/** A day of an age in which news is written; near the calendar's ends there is nothing to count to. */
function isDocumentDay(day: string): boolean {
  return isCalendarDay(day) && /^(?:1\d|2[01])/.test(day);
}

function typeOf(phrase: TimePhrase): TimeExpression["type"] {
  if (phrase.kind === "set") return "SET";
  if (phrase.kind === "duration" || phrase.kind === "plural") return "DURATION";
  const isOfDay = ["part", "meridiem", "hourAndMinute"].some((name) => wordOf(phrase, name));
  return isOfDay || phrase.kind === "clock" ? "TIME" : "DATE";
}
