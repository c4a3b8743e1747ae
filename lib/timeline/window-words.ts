import { formatDay, monthName } from "#lib/dates/calendar-day.ts";
import { counted } from "#lib/text/counted.ts";
import { dayOf, partsOf } from "#lib/timeline/time-units.ts";
import type { PictureLayout, TimeSpan } from "#lib/timeline/types.ts";

/** A stretch of time in words: `2025`, `February 2025`, `3 to 9 February 2025`, with hours where it has any. */
export function spanInWords(span: TimeSpan): string {
  if (!Number.isInteger(span.from) || !Number.isInteger(span.to))
    return `${momentInWords(span.from)} to ${momentInWords(span.to)}`;
  const [first, end] = [partsOf(span.from), partsOf(span.to)];
  if (first.day === 1 && end.day === 1) {
    const months = (end.year - first.year) * 12 + end.month - first.month;
    const last = partsOf(span.to - 1);
    if (first.month === 0 && end.month === 0)
      return months === 12 ? String(first.year) : `${first.year} to ${last.year}`;
    const from = monthName(first.month + 1);
    if (months === 1) return `${from} ${first.year}`;
    const year = first.year === last.year ? "" : ` ${first.year}`;
    return `${from}${year} to ${monthName(last.month + 1)} ${last.year}`;
  }
  const [from, to] = [dayOf(span.from), dayOf(span.to - 1)];
  if (from === to) return formatDay(from);
  const words = formatDay(from).split(" ");
  const isSame = (characters: number) => from.slice(0, characters) === to.slice(0, characters);
  return `${words.slice(0, isSame(7) ? 1 : isSame(4) ? 2 : 3).join(" ")} to ${formatDay(to)}`;
}

function momentInWords(time: number): string {
  const minutes = Math.round((time - Math.floor(time)) * 1_440);
  const pad = (number: number) => String(number).padStart(2, "0");
  return `${formatDay(dayOf(time))}, ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** What the picture shows, in a line. */
export function pictureInWords(
  window: TimeSpan,
  { total, commitments, named }: Pick<PictureLayout, "total" | "commitments" | "named">,
): string {
  const events = total - commitments;
  const parts = total === named.length ? "all named" : `${named.length} named, the others counted`;
  const counts = [
    events > 0 && counted(events, "event"),
    commitments > 0 && counted(commitments, "commitment"),
  ];
  return total === 0
    ? `${spanInWords(window)}: no events`
    : `${spanInWords(window)}: ${counts.filter(Boolean).join(" and ")}, ${parts}`;
}
