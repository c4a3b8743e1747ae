/**
 * Finds the dates that stand in short text such as an article's header, with their places. Meant for
 * headers, where nearly every date is a real one: it does not try to understand prose.
 */
import type { Span } from "#lib/text/span.ts";
import { addDays, toDay } from "./calendar-day.ts";
import {
  DAY_ORDINAL_ALTERNATIVES,
  MONTH_ALTERNATIVES,
  WEEKDAY_ALTERNATIVES,
  dayOrdinal,
  monthNumber,
  smallNumber,
  weekdayNumber,
  yearInWords,
} from "./date-words.ts";
import { findTimes, type TimeMention } from "./find-times.ts";

export type DateForm = "iso" | "words" | "numeric" | "yearless" | "relative";

export type DateMention = {
  /** Where the day stands, its weekday included, its time not. */
  span: Span;
  form: DateForm;
  /** `YYYY-MM-DD`; null where it takes a reference day that was not given. */
  day: string | null;
  /** The time of day that belongs to it, with a place of its own. */
  time: TimeMention | null;
  /** True when day and month could be read the other way round. */
  ambiguous: boolean;
};

export type FindDatesOptions = {
  /** The day on which the text was current: resolves "yesterday" and dates without a year. */
  today?: string;
  /** How `03/04/2025` is read; British by default. */
  order?: "dmy" | "mdy";
};

type Reading = { day: string | null; ambiguous?: boolean } | null;
type DateRule = {
  form: DateForm;
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, options: FindDatesOptions) => Reading;
};

const WEEKDAY = `(?:(?:${WEEKDAY_ALTERNATIVES})\\.?,?\\s{1,3}(?:the\\s)?)?`;
const MONTH = `(?<month>${MONTH_ALTERNATIVES})\\.?`;
const DAY = `(?<day>\\d{1,2})(?:st|nd|rd|th|-?го|\\.)?`;
const YEAR = `(?<year>(?:19|20)\\d{2})(?!\\d)(?:\\s{0,2}(?:року|года|р\\.|г\\.))?`;
const GAP = `[\\s\\-–,]{1,4}`;
const BEFORE = `(?<![\\p{L}\\p{N}/.-])`;
const AFTER = `(?![\\p{L}\\p{N}]|[/.-]\\d)`;
/** Pages run labels into the year, as in "27 February 2025Updated", so letters may follow one. */
const AFTER_YEAR = `(?![\\p{N}]|[/.-]\\d)`;
const YEAR_WORDS = `(?<yearWords>(?:two thousand(?: and)?|twenty)(?:[\\s-](?:twenty|thirty))?(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen))?)`;

const RULES: DateRule[] = [
  rule("iso", `(?<year>(?:19|20)\\d{2})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})`, {
    after: `(?![\\d/-])`,
    read: (g) => dayOf(g.year, Number(g.month), g.day),
  }),
  rule("words", `${WEEKDAY}${DAY}(?:\\sof)?${GAP}${MONTH}${GAP}${YEAR}`, {
    after: AFTER_YEAR,
    read: (g) => dayOf(g.year, monthNumber(g.month ?? ""), g.day),
  }),
  rule("words", `${WEEKDAY}${MONTH}\\s{1,3}${DAY},?\\s{1,3}${YEAR}`, {
    after: AFTER_YEAR,
    read: (g) => dayOf(g.year, monthNumber(g.month ?? ""), g.day),
  }),
  rule(
    "words",
    `${WEEKDAY}(?:the\\s)?(?<ordinal>${DAY_ORDINAL_ALTERNATIVES})\\s(?:day\\s)?of\\s${MONTH},?\\s(?:${YEAR}|${YEAR_WORDS})`,
    {
      read: (g) => {
        const year = g.year ?? String(yearInWords(g.yearWords ?? "") ?? "");
        return dayOf(year, monthNumber(g.month ?? ""), String(dayOrdinal(g.ordinal ?? "") ?? ""));
      },
    },
  ),
  rule(
    "numeric",
    `(?<day>\\d{1,2})(?<sep>[/.-])(?<month>\\d{1,2})\\k<sep>(?<year>(?:19|20)?\\d{2})`,
    {
      read: readNumeric,
    },
  ),
  rule("yearless", `${WEEKDAY}${DAY}(?:\\sof)?\\s${MONTH}`, { read: readYearless }),
  rule("yearless", `${WEEKDAY}${MONTH}\\s${DAY}`, { read: readYearless }),
  rule(
    "relative",
    `(?:about\\s)?(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s?(?<unit>minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)\\sago`,
    { read: readAgo },
  ),
  rule("relative", `(?<word>today|yesterday|just now|вчора|сьогодні)`, {
    read: (g, { today }) => {
      const back = /^(?:yesterday|вчора)$/i.test(g.word ?? "") ? -1 : 0;
      return { day: today ? addDays(today, back) : null };
    },
  }),
  rule("relative", `(?:on\\s|last\\s)?(?<weekday>${WEEKDAY_ALTERNATIVES})`, { read: readWeekday }),
];

/**
 * The dates in `text`, in order and without overlap; of two readings of the same characters the one
 * that starts first, then the longer one, is kept. Linear in the length of the text.
 */
export function findDates(text: string, options: FindDatesOptions = {}): DateMention[] {
  const candidates = RULES.flatMap((dateRule) => findByRule(text, dateRule, options));
  candidates.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const mentions: DateMention[] = [];
  let free = 0;
  for (const candidate of candidates) {
    if (candidate.span.start < free) continue;
    mentions.push(candidate);
    free = candidate.span.end;
  }
  return withTimes(text, mentions);
}

function rule(
  form: DateForm,
  core: string,
  { read, after = AFTER }: Pick<DateRule, "read"> & { after?: string },
): DateRule {
  return { form, pattern: new RegExp(`${BEFORE}${core}${after}`, "giu"), read };
}

function findByRule(text: string, { form, pattern, read }: DateRule, options: FindDatesOptions) {
  return [...text.matchAll(pattern)].flatMap((match): DateMention[] => {
    const reading = read(match.groups ?? {}, options);
    if (!reading) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    return [{ span, form, day: reading.day, time: null, ambiguous: reading.ambiguous ?? false }];
  });
}

/** Gives each time of day to the date it touches, the one before it if there are two. */
function withTimes(text: string, mentions: DateMention[]): DateMention[] {
  if (mentions.length === 0) return mentions;
  const times = findTimes(text);
  const taken = new Set<TimeMention>();
  const touches = (from: number, to: number) =>
    to >= from &&
    to - from <= 8 &&
    /^(?:[\s,|·•–-]|at|T|on|klo|um|о)*$/i.test(text.slice(from, to));
  const take = (fits: (time: TimeMention) => boolean) => {
    const time = times.find((candidate) => !taken.has(candidate) && fits(candidate)) ?? null;
    if (time) taken.add(time);
    return time;
  };
  const after = mentions.map((m) => take(({ span }) => touches(m.span.end, span.start)));
  return mentions.map((mention, i) => ({
    ...mention,
    time: after[i] ?? take(({ span }) => touches(span.end, mention.span.start)),
  }));
}

function dayOf(year: string | undefined, month: number | undefined, day: string | undefined) {
  if (!year || !month || !day) return null;
  const found = toDay({ year: Number(year), month, day: Number(day) });
  return found ? { day: found } : null;
}

function readNumeric(
  groups: Record<string, string | undefined>,
  { order }: FindDatesOptions,
): Reading {
  const [first, second] = [Number(groups.day), Number(groups.month)];
  const year = Number(groups.year) + (groups.year?.length === 2 ? 2000 : 0);
  const british = toDay({ year, month: second, day: first });
  const american = toDay({ year, month: first, day: second });
  const chosen = order === "mdy" ? (american ?? british) : (british ?? american);
  const ambiguous = british !== null && american !== null && british !== american;
  // With full stops only the day-first order is in use anywhere.
  if (groups.sep === ".") return british ? { day: british } : null;
  return chosen ? { day: chosen, ambiguous: ambiguous && order === undefined } : null;
}

/** A date without a year is the last one that is not after today (tomorrow allows for time zones). */
function readYearless(
  groups: Record<string, string | undefined>,
  { today }: FindDatesOptions,
): Reading {
  const month = monthNumber(groups.month ?? "");
  // 2024 is a leap year, so 29 February is a date too.
  if (!month || !toDay({ year: 2024, month, day: Number(groups.day) })) return null;
  if (!today) return { day: null };
  const latest = addDays(today, 1);
  for (let year = Number(latest.slice(0, 4)), tries = 0; tries < 5; tries++, year--) {
    const day = toDay({ year, month, day: Number(groups.day) });
    if (day && day <= latest) return { day };
  }
  return null;
}

function readAgo(groups: Record<string, string | undefined>, { today }: FindDatesOptions): Reading {
  const count = smallNumber(groups.count ?? "");
  if (count === undefined) return null;
  const unit = (groups.unit ?? "").toLowerCase();
  const hours = /^h/.test(unit) ? count : 0;
  const days = /^d/.test(unit) ? count : /^w/.test(unit) ? 7 * count : Math.floor(hours / 24);
  return { day: today ? addDays(today, -days) : null };
}

function readWeekday(
  groups: Record<string, string | undefined>,
  { today }: FindDatesOptions,
): Reading {
  const wanted = weekdayNumber(groups.weekday ?? "");
  // "Sun", "Mar" and the like are too often something else to stand alone.
  if (wanted === undefined || (groups.weekday ?? "").length < 5) return null;
  if (!today) return { day: null };
  const current = new Date(`${today}T00:00:00Z`).getUTCDay();
  return { day: addDays(today, -((current - wanted + 7) % 7)) };
}
