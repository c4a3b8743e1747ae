import { weekday } from "#lib/dates/calendar-day.ts";
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";
import { counted } from "#lib/text/counted.ts";

const MS_PER_DAY = 86_400_000;

/** When something happened, in words, and what is not known of that. */
export type WhenWords = { known: string; unknown: string | null };

/**
 * An EDTF date for readers: `Friday, 28 February 2025`, `14 to 16 February 2025, 3 days`, and what
 * it leaves open. What cannot be read comes back as it is.
 */
export function whenInWords(date: string): WhenWords {
  const range = parseEdtf(date);
  if (!range) return { known: date, unknown: null };
  const words = formatEdtf(date);
  const qualifiers = qualifiersOf(date);
  if (range.precision === "day") {
    return {
      known: `${range.approximate ? "" : `${weekday(range.start)}, `}${words}`,
      unknown: qualifiers ?? "The time of day is not recorded.",
    };
  }
  if (range.precision === "month" || range.precision === "year") {
    const open =
      range.precision === "month" ? "The day is not known." : "Month and day are not known.";
    return { known: words, unknown: joined(open, qualifiers) };
  }
  const isOfDays = date.split("/").every((end) => /^\d{4}-\d\d-\d\d/.test(end));
  const length = isOfDays ? `, ${daysInWords(range.start, range.end)}` : "";
  const open = isOfDays ? null : "The first and the last day are not known.";
  return { known: `${words}${length}`, unknown: joined(open, qualifiers) };
}

/** What `~`, `?` and `%` say of a date. */
function qualifiersOf(date: string): string | null {
  if (date.includes("%")) return "The date is approximate and uncertain.";
  if (date.includes("~") && date.includes("?")) return "The date is approximate and uncertain.";
  if (date.includes("~")) return "The date is approximate.";
  return date.includes("?") ? "The date is uncertain." : null;
}

/** Both included. */
function daysInWords(first: string, last: string): string {
  return counted((Date.parse(last) - Date.parse(first)) / MS_PER_DAY + 1, "day");
}

function joined(...sentences: (string | null)[]): string | null {
  return sentences.filter(Boolean).join(" ") || null;
}
