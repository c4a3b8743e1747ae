import { dayParts, daysInMonth } from "#lib/dates/calendar-day.ts";
import { getDayNeighbours, listDayCounts } from "#lib/events/data-calendar.ts";
import { listTimeline } from "#lib/events/data-timeline.ts";
import type { CalendarSpan } from "#lib/events/calendar-span.ts";
import type { DayCount, DayNeighbours, TimelineEntry } from "#lib/events/types.ts";

const PAGE_SIZE = 60;

export type CalendarView = {
  /** Every entry that covers any day of the span, in order of time. */
  entries: TimelineEntry[];
  total: number;
  pageCount: number;
  /** Of the year or the month; for a day, of its month. */
  dayCounts: DayCount[];
  neighbours: DayNeighbours;
};

/** Everything on one page (from 1) of a year, a month or a day of the calendar. */
export async function getCalendarView(span: CalendarSpan, page: number): Promise<CalendarView> {
  const filter = { lanes: [], topicId: null, from: span.from, to: span.to };
  const [{ entries, total }, dayCounts, neighbours] = await Promise.all([
    listTimeline(filter, { page, pageSize: PAGE_SIZE, order: "oldest" }),
    listDayCounts(span.from === span.to ? monthOf(span.from) : span),
    getDayNeighbours(span),
  ]);
  return { entries, total, pageCount: Math.ceil(total / PAGE_SIZE), dayCounts, neighbours };
}

function monthOf(day: string): { from: string; to: string } {
  const { year, month } = dayParts(day);
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${daysInMonth(year, month)}` };
}
