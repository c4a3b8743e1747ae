/**
 * The time expressions of English news ("Thursday", "last week", "the third quarter", "Feb. 27",
 * "three months"), as TimeML marks them, and what they name, counted from the day of the text.
 */
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Span } from "#lib/text/span.ts";
import { resolveTime } from "./resolve-times.ts";
import { directionAround } from "./tense.ts";
import type { PhraseKind } from "./time-grammar.ts";
import { wordOf, type TimePhrase } from "./time-phrase.ts";
import { findTimePhrases } from "./time-phrases.ts";
import { spanOf, tokenise } from "./time-tokens.ts";

export type TimeExpression = Span & {
  type: "DATE" | "TIME" | "DURATION" | "SET";
  /** EDTF as lib/dates/edtf.ts reads it; a season, week or decade is an interval. Null where it names none. */
  value: string | null;
  /** `YYYY-MM-DD` where it names exactly one calendar day, else null. */
  day: string | null;
};

/** The kinds of which the last day named is what "the next day" counts from. */
const ANCHORING: ReadonlySet<PhraseKind> = new Set(["day", "weekday", "deictic"]);

/**
 * All time expressions, in order and without overlap. `documentDay` (`YYYY-MM-DD`) is the day on
 * which the text was written; without one only what says its year is resolved. Linear in the text.
 */
export function findTimeExpressions(text: string, documentDay: string | null): TimeExpression[] {
  const tokens = tokenise(text);
  const today = documentDay !== null && isDocumentDay(documentDay) ? documentDay : null;
  let anchor: string | null = null;
  return findTimePhrases(tokens).map((phrase) => {
    const direction = () => directionAround(tokens, phrase.first, phrase.last);
    const value = resolveTime(phrase, { today, anchor, direction });
    const day = value !== null && isCalendarDay(value) ? value : null;
    if (day !== null && ANCHORING.has(phrase.kind)) anchor = day;
    return { ...spanOf(tokens, phrase.first, phrase.last), type: typeOf(phrase), value, day };
  });
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
