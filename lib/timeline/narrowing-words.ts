import { getLane } from "#lib/events/data-lanes.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { daysOf, type TimelineQuery } from "#lib/timeline/timeline-query.ts";

/** What a timeline is narrowed to: `Ukraine · Ceasefire · from 1 January 2025`; "" for everything. */
export function narrowingInWords(
  { narrowing: { lanes, text, knownOn }, window }: Pick<TimelineQuery, "narrowing" | "window">,
  topicLabel: string | null,
): string {
  const { from, to } = daysOf(window);
  const days = [
    from && `${to ? "" : "from "}${formatDay(from)}`,
    to && `${from ? "" : "until "}${formatDay(to)}`,
  ];
  return [
    lanes.map((id) => getLane(id).name).join(", "),
    topicLabel,
    text && `“${text}”`,
    from === to && from ? formatDay(from) : days.filter(Boolean).join(" to "),
    knownOn && `as known on ${formatDay(knownOn)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
