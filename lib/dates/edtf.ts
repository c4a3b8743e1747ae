/**
 * The part of the Extended Date/Time Format (EDTF, ISO 8601-2:2019) that the archive writes: a day,
 * a month, a year, each possibly uncertain (`?`), approximate (`~`) or both (`%`), and closed
 * intervals of two of these. Seasons, open ends, masks and sets are refused, not guessed at.
 */
import { formatDay, isCalendarDay, monthName, monthRange, toDay } from "./calendar-day.ts";

export type EdtfRange = {
  /** First and last calendar day that the date covers, both included. */
  start: string;
  end: string;
  precision: "day" | "month" | "year" | "interval";
  /** True when either end carries `~`, `?` or `%`. */
  approximate: boolean;
};

type EdtfPoint = EdtfRange & { precision: "day" | "month" | "year" };

const POINT_PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

/** What an EDTF string covers, or null when it is not one that the archive uses. Never throws. */
export function parseEdtf(text: string): EdtfRange | null {
  const [first, second, ...rest] = text.split("/");
  const from = parsePoint(first ?? "");
  if (!from || rest.length > 0) return null;
  if (second === undefined) return from;
  const to = parsePoint(second);
  if (!to || to.end < from.start) return null;
  return {
    start: from.start,
    end: to.end,
    precision: "interval",
    approximate: from.approximate || to.approximate,
  };
}

/**
 * An EDTF date in British English: `27 February 2025`, `February 2025`, `14 to 16 February 2025`,
 * `28 February to 7 March 2022`, `about March 2021`. What cannot be read comes back unchanged.
 */
export function formatEdtf(text: string): string {
  const range = parseEdtf(text);
  if (!range) return text;
  const points = text.split("/").map((part) => parsePoint(part) as EdtfPoint);
  const [from, to] = points as [EdtfPoint, EdtfPoint?];
  const about = range.approximate ? "about " : "";
  if (!to || from.start + from.end === to.start + to.end) return about + formatPoint(from);
  return `${about}${withoutRepeats(from, to)} to ${formatPoint(to)}`;
}

/** The left end of an interval without the month or year that the right end says again. */
function withoutRepeats(from: EdtfPoint, to: EdtfPoint): string {
  const whole = formatPoint(from);
  if (from.precision !== to.precision || from.precision === "year") return whole;
  if (from.start.slice(0, 4) !== to.start.slice(0, 4)) return whole;
  const words = whole.split(" ");
  const sameMonth = from.precision === "day" && from.start.slice(0, 7) === to.start.slice(0, 7);
  return words.slice(0, sameMonth ? -2 : -1).join(" ");
}

function parsePoint(text: string): EdtfPoint | null {
  const match = POINT_PATTERN.exec(text);
  if (!match) return null;
  const [, year = "", month, day, qualifier] = match;
  const approximate = qualifier !== undefined;
  if (day !== undefined) {
    const whole = `${year}-${month}-${day}`;
    return isCalendarDay(whole)
      ? { start: whole, end: whole, precision: "day", approximate }
      : null;
  }
  if (month !== undefined) {
    const days = monthRange(Number(year), Number(month));
    return days && { ...days, precision: "month", approximate };
  }
  const start = toDay({ year: Number(year), month: 1, day: 1 });
  if (!start) return null;
  return { start, end: `${year}-12-31`, precision: "year", approximate };
}

function formatPoint({ start, precision }: EdtfPoint): string {
  if (precision === "day") return formatDay(start);
  const year = String(Number(start.slice(0, 4)));
  return precision === "year" ? year : `${monthName(Number(start.slice(5, 7)))} ${year}`;
}
