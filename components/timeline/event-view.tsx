import type { ReactNode } from "react";
import { EventClaims } from "#components/events/event-claims.tsx";
import { EventEvidence } from "#components/events/event-evidence.tsx";
import { EventWeight } from "#components/events/event-weight.tsx";
import { EventWhen } from "#components/events/event-when.tsx";
import { StatementLines } from "#components/statements/statement-lines.tsx";
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
import type { EventEvidence as EventEvidenceDetails } from "#lib/events/types-evidence.ts";
import type { EventDetails, TimelineEntry } from "#lib/events/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./event-view.module.css";

const STATEMENTS_SHOWN = 12;

type Shown = { event: EventDetails; evidence: EventEvidenceDetails };
/** `children`: what other parts of the archive tell of it. */
type EventViewProps = Shown & { children?: ReactNode };

/** An event: what is known of it and from where, who took part, and what led to it and followed. */
export function EventView({ event, evidence, children }: EventViewProps) {
  const { year, month } = dayParts(event.startsOn);
  const yearPath = `/${event.startsOn.slice(0, 4)}`;
  const before = event.related.filter(({ endsOn }) => endsOn < event.startsOn);
  const after = event.related.filter(({ startsOn }) => startsOn > event.endsOn);
  const meanwhile = event.related.filter((each) => !before.includes(each) && !after.includes(each));
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
      <MainAndAside aside={<EventAside event={event} evidence={evidence} />}>
        <EventFacts event={event} evidence={evidence} />
        <EventEvidence event={event} evidence={evidence} />
        <EventClaims evidence={evidence} />
        <Said evidence={evidence} />
        <EventSources sources={event.sources} />
        <Lines id="before" title="What led to it" entries={before} />
        <Lines id="meanwhile" title="At the same time" entries={meanwhile} />
        <Lines id="after" title="What followed" entries={after} />
        <Lines id="articles" title="Articles on it" entries={event.articles} />
        {children}
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

function EventAside({ event, evidence }: Shown) {
  return (
    <>
      <EventWhen event={event} />
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
      <EventWeight importance={evidence.importance} lift={event.lift} />
    </>
  );
}

/** What was said on its days, by its articles. */
function Said({ evidence: { statementsThen, otherStatementCount } }: Pick<Shown, "evidence">) {
  if (statementsThen.length === 0) return null;
  const shown = statementsThen.slice(0, STATEMENTS_SHOWN);
  return (
    <Section
      id="said"
      title="Statements made"
      aside={
        shown.length < statementsThen.length &&
        `the first ${shown.length} of ${statementsThen.length}`
      }
    >
      <StatementLines statements={shown} label="Statements made" />
      {otherStatementCount > 0 && (
        <p className={styles.others}>
          {counted(otherStatementCount, "more statement")} of other days, or of no day that is
          given, stand in the <a href="#articles">articles on it</a>.
        </p>
      )}
    </Section>
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
