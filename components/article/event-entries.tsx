import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { HollowMarker } from "#components/ui/hollow-marker.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";

export type EventLine = {
  id: string;
  title: string;
  date: string;
  startsOn: string;
  verification: "to_verify" | "verified";
  role?: string | null;
};

/** Events as dated lines, with the part that someone had in each. */
export function EventEntries({ events, label }: { events: readonly EventLine[]; label: string }) {
  return (
    <EntryList label={label}>
      {events.map((event) => (
        <Entry
          key={event.id}
          href={`/events/${event.id}`}
          date={event.startsOn}
          dateLabel={formatEdtf(event.date)}
          marker={event.verification === "to_verify" && <HollowMarker />}
          title={event.title}
          meta={event.role}
        />
      ))}
    </EntryList>
  );
}
