import type { CalendarSpan } from "#lib/events/calendar-span.ts";

/** Title and canonical address of a page of the calendar; nothing where there is no such span. */
export function calendarMetadata(span: CalendarSpan | null, page: number) {
  if (!span) return {};
  return {
    title: page > 1 ? `${span.label}, page ${page}` : span.label,
    description: `Events and articles of ${span.label} in the archive of UK, US and Ukrainian diplomacy.`,
    alternates: { canonical: page > 1 ? `${span.path}?page=${page}` : span.path },
  };
}
