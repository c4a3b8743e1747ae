import { EventFacts } from "#components/timeline/event-facts.tsx";
import { EventParticipants } from "#components/timeline/event-participants.tsx";
import { EventSources } from "#components/timeline/event-sources.tsx";
import { EventTakeAlong } from "#components/timeline/event-take-along.tsx";
import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { dayParts, monthName } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { EventDetails, TimelineEntry } from "#lib/events/types.ts";
import styles from "./event-view.module.css";

/** An event: what is known of it and from where, who took part, and what belongs to it. */
export function EventView({ event }: { event: EventDetails }) {
  const { year, month } = dayParts(event.startsOn);
  const yearPath = `/${event.startsOn.slice(0, 4)}`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Timeline", href: "/timeline" },
          { label: String(year), href: yearPath },
          { label: monthName(month), href: `${yearPath}/${event.startsOn.slice(5, 7)}` },
        ]}
      />
      <PageHeading kicker={<Kicker event={event} />} title={event.title} />
      <MainAndAside aside={<EventAside event={event} />}>
        <EventFacts event={event} />
        <EventSources sources={event.sources} />
        <Lines id="articles" title="Articles on it" entries={event.articles} />
        <Lines id="related" title="Related events" entries={event.related} />
        <EventTakeAlong event={event} />
      </MainAndAside>
    </>
  );
}

function Kicker({ event }: { event: EventDetails }) {
  const { date, startsOn, endsOn, kind, placeName, placeCountry } = event;
  const isNamedInPlace = !placeCountry || placeName?.includes(placeCountry);
  const place = isNamedInPlace ? placeName : [placeName, placeCountry].filter(Boolean).join(", ");
  return (
    <span className={styles.kicker}>
      <time dateTime={startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`}>
        {formatEdtf(date)}
      </time>
      {kind !== "other" && <span className={styles.kind}>{kind}</span>}
      {place && <span>{place}</span>}
      <LaneTags lanes={event.lanes} />
    </span>
  );
}

function EventAside({ event }: { event: EventDetails }) {
  return (
    <>
      <EventParticipants participants={event.participants} />
      {event.topics.length > 0 && (
        <Section id="topics" title="Topics">
          <ul className={styles.topics}>
            {event.topics.map(({ id, label }) => (
              <li key={id}>
                <a href={`/topics/${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type LinesProps = { id: string; title: string; entries: readonly TimelineEntry[] };

function Lines({ id, title, entries }: LinesProps) {
  if (entries.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <EntryList>
        {entries.map((entry) => (
          <TimelineEntryLine key={entry.path} entry={entry} />
        ))}
      </EntryList>
    </Section>
  );
}
