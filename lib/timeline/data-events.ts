/** The events of a timeline, from memory. */
import { parseEdtf } from "#lib/dates/edtf.ts";
import { listIndexedEvents, type IndexedEvent } from "#lib/events/data-event-index.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { testsOf } from "#lib/timeline/meets-narrowing.ts";
import { toTime } from "#lib/timeline/time-units.ts";
import type { TimelineNarrowing } from "#lib/timeline/timeline-query.ts";
import { OTHER_LANE, type PictureLane, type TimeSpan } from "#lib/timeline/types.ts";

/** An event with the time that it covers. */
export type TimedEvent = TimeSpan & {
  event: IndexedEvent;
  isSoft: boolean;
  lanes: readonly PictureLane[];
};

const OTHER: readonly PictureLane[] = [OTHER_LANE];

const listTimedEvents = keptUntilChange("timed-events", 1, async (all: "all") => {
  const events = await listIndexedEvents(all);
  return events.map((event): TimedEvent => {
    const lanes: readonly PictureLane[] = event.lanes.length > 0 ? event.lanes : OTHER;
    const time = { from: toTime(event.startsOn), to: toTime(event.endsOn) + 1 };
    return { event, ...time, isSoft: isSoft(event.date), lanes };
  });
});

/** The events that a timeline is narrowed to, whenever they were, in order of time. */
export async function listTimelineEvents(narrowing: TimelineNarrowing): Promise<TimedEvent[]> {
  const events = await listTimedEvents("all");
  const tests = testsOf(narrowing);
  const { kinds } = narrowing;
  if (tests.length + kinds.length === 0) return events;
  const isOfKind = ({ kind }: IndexedEvent) => kinds.length === 0 || kinds.includes(kind);
  return events.filter(({ event }) => isOfKind(event) && tests.every((holds) => holds(event)));
}

/** An event is on its days and no others only where they are told, and surely. */
function isSoft(date: string): boolean {
  const whole = parseEdtf(date);
  if (!whole || whole.approximate) return true;
  return date.split("/").some((point) => parseEdtf(point)?.precision !== "day");
}
