import { formatDay } from "#lib/dates/calendar-day.ts";
import { getLane } from "#lib/events/lanes.ts";
import type { TimelineFilter } from "#lib/events/types.ts";

/** What a timeline is narrowed to: `Ukraine · Ceasefire · from 1 January 2025`; "" for everything. */
export function timelineInWords(filter: TimelineFilter, topicLabel: string | null): string {
  const { lanes, from, to } = filter;
  const days = [
    from && `${to ? "" : "from "}${formatDay(from)}`,
    to && `${from ? "" : "until "}${formatDay(to)}`,
  ];
  return [
    lanes.map((id) => getLane(id).name).join(", "),
    topicLabel,
    from === to && from ? formatDay(from) : days.filter(Boolean).join(" to "),
  ]
    .filter(Boolean)
    .join(" · ");
}
