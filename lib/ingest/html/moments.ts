/** Reads days and times as pages' data write them. */
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { findDates, type FindDatesOptions } from "#lib/dates/find-dates.ts";
import { cleanText } from "#lib/text/clean.ts";
import { withEnglishMonths } from "./foreign-months.ts";

export type Moment = {
  /** `YYYY-MM-DD`, as written, in whatever zone. */
  day: string;
  /** `HH:MM[:SS]` with its offset where one is known. */
  time: string | null;
};

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
const COMPACT =
  /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const EPOCH_SECONDS = /^1\d{9}$/;
const EPOCH_MILLISECONDS = /^1\d{12}$/;
const MIDNIGHT = /^00:00(?::00)?$/;
const MAX_LENGTH = 200;
/** No page is older, and a day before is a template's default. */
const FIRST_DAY = "1990-01-01";

/** The day, and the time with it, that a value gives; null where it gives none. */
export function readMoment(written: string, options: FindDatesOptions = {}): Moment | null {
  const text = cleanText(written);
  if (text.length > MAX_LENGTH) return null;
  const moment =
    readIso(text) ??
    readCompact(text) ??
    readEpoch(text) ??
    readInvariant(text) ??
    readWords(withEnglishMonths(text), options);
  return moment && moment.day >= FIRST_DAY ? moment : null;
}

/** As `readMoment` reads it again: `2025-02-27T10:15+01:00`. */
export function writeMoment({ day, time }: Moment): string {
  return time === null ? day : `${day}T${time}`;
}

function readIso(text: string): Moment | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, clock, zone] = match;
  return toMoment(`${year}-${pad(month)}-${pad(day)}`, clock && pad(clock, 5), zone);
}

function readCompact(text: string): Moment | null {
  const match = COMPACT.exec(text);
  if (!match) return null;
  const [, year, month, day, hours, minutes, seconds, zone] = match;
  const clock = hours && [hours, minutes, seconds].filter(Boolean).join(":");
  return toMoment(`${year}-${month}-${day}`, clock, zone);
}

function readEpoch(text: string): Moment | null {
  if (!EPOCH_SECONDS.test(text) && !EPOCH_MILLISECONDS.test(text)) return null;
  const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  return { day: instant.slice(0, 10), time: `${instant.slice(11, 16)}Z` };
}

/** `02/27/2025 10:15:00`: how .NET writes a time where no language is set, month first. */
function readInvariant(text: string): Moment | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{1,2}:\d{2}:\d{2})$/.exec(text);
  return match && toMoment(`${match[3]}-${match[1]}-${match[2]}`, pad(match[4], 5));
}

function readWords(text: string, options: FindDatesOptions): Moment | null {
  const mention = findDates(text, options).find(({ day }) => day !== null);
  if (!mention?.day) return null;
  return toMoment(mention.day, mention.time?.time, mention.time?.offset ?? undefined);
}

function toMoment(day: string, clock?: string, zone?: string): Moment | null {
  if (!isCalendarDay(day)) return null;
  // Midnight without a zone is a day that was written as a time.
  if (!clock || (MIDNIGHT.test(clock) && zone === undefined)) return { day, time: null };
  const offset =
    zone === undefined
      ? ""
      : /^(?:Z|UTC|GMT)$/i.test(zone)
        ? "Z"
        : zone.replace(/(\d{2}):?(\d{2})$/, "$1:$2");
  return { day, time: `${clock}${offset}` };
}

function pad(figures = "", length = 2): string {
  return figures.replace(/^(\d)(?=$|:)/, "0$1").padStart(length, "0");
}
