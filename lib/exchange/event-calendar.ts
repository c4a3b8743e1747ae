import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { RecordedEvent } from "#lib/events/types-record.ts";
import { inexactInWords } from "#lib/exchange/event-date-words.ts";

const EVENTS_BEGIN = "BEGIN:VEVENT";
const END = "END:VCALENDAR";
const MS_PER_DAY = 86_400_000;

export type CalendarOf = { name: string; url: string };

/** What stands before the first event of an iCalendar (RFC 5545), and after the last. */
export function calendarFrame(of: CalendarOf): { head: string; foot: string } {
  const text = makeCalendar(of).toString();
  return { head: text.slice(0, text.lastIndexOf(END)), foot: `${END}\r\n` };
}

/**
 * Events as entries of an iCalendar, without its frame: all-day, to the day after the last that the
 * date covers. One whose date is no day says so and is tentative. The UID is the event's own, so that
 * a program which asks again changes the entry it has. `baseUrl` has no slash at its end.
 */
export function toCalendarEntries(events: readonly RecordedEvent[], baseUrl: string): string {
  if (events.length === 0) return "";
  const calendar = makeCalendar({ name: "Events", url: baseUrl });
  for (const event of events) calendar.createEvent(toEntry(event, baseUrl));
  const text = calendar.toString();
  return text.slice(text.indexOf(EVENTS_BEGIN), text.lastIndexOf(END));
}

function makeCalendar({ name, url }: CalendarOf) {
  return ical({
    name: `${name} · The Diplomacy Archive`,
    url,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "The Diplomacy Archive", product: "Events", language: "EN" },
  });
}

function toEntry(event: RecordedEvent, baseUrl: string): ICalEventData {
  const { id, title, date, startsOn, endsOn, kind, topics, updatedAt } = event;
  const inexact = inexactInWords(date);
  return {
    id: `event-${id}@${new URL(baseUrl).hostname}`,
    allDay: true,
    // Without a time zone the generator writes the date in UTC, as a date column holds it.
    start: toDateColumn(startsOn),
    end: new Date(toDateColumn(endsOn).getTime() + MS_PER_DAY),
    summary: inexact ? `${title} (${formatEdtf(date)})` : title,
    description: describe(event, inexact),
    url: `${baseUrl}${event.path}`,
    stamp: new Date(updatedAt),
    lastModified: new Date(updatedAt),
    categories: [kind, ...topics].map((name) => ({ name })),
    status: inexact ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...toLocation(event),
    x: [["X-EDTF-DATE", date]],
  };
}

function describe(event: RecordedEvent, inexact: string | null): string {
  const { verification, facts, participants, sources } = event;
  const named = participants.map(({ name, role }) => (role ? `${name} (${role})` : name));
  return [
    inexact,
    verification === "to_verify" && "To be verified: not every fact was seen in a source yet.",
    ...facts,
    named.length > 0 && `Took part: ${named.join("; ")}.`,
    ...sources.map(({ publisher, title, url, stateMedia }) =>
      [`Source: ${publisher}${stateMedia ? " (state media)" : ""}, ${title}`, url]
        .filter(Boolean)
        .join(" "),
    ),
  ]
    .filter(Boolean)
    .join("\n");
}

function toLocation({ placeName, placeCountry, latitude, longitude }: RecordedEvent) {
  const title = [placeName, placeCountry].filter(Boolean).join(", ");
  if (!title) return {};
  const isLocated = latitude !== null && longitude !== null;
  return { location: { title, ...(isLocated && { geo: { lat: latitude, lon: longitude } }) } };
}
