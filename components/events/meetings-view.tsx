import { MeetingMatrix } from "#components/events/meeting-matrix.tsx";
import { MeetingPairs } from "#components/events/meeting-pairs.tsx";
import { YearsAndLanesForm } from "#components/events/years-and-lanes-form.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Meetings } from "#lib/events/data-meetings.ts";
import { meetingMatrix } from "#lib/events/meeting-matrix.ts";
import { meetingsPath, type MeetingsQuery } from "#lib/events/schema-map.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./map-view.module.css";

const MATRIX_SIZE = 12;

/** Who met whom: everybody, one person's meetings, or those of two. */
export function MeetingsView({ query, view }: { query: MeetingsQuery; view: Meetings }) {
  const { pairs, who, together } = view;
  const isUnknown = who.length < query.who.length;
  const years = meetingsPath(query, { who: [] });
  return (
    <>
      <PageHeading
        title={titleOf(view)}
        lead="Pairs of people who are recorded as taking part in the same meeting, summit, visit, negotiation or call. At a large one, not everybody speaks with everybody."
      />
      <YearsAndLanesForm
        action="/meetings"
        label="Narrow the meetings"
        query={query}
        isNarrowed={meetingsPath(query) !== "/meetings"}
      >
        {query.who.length > 0 && <input type="hidden" name="who" value={query.who.join(",")} />}
      </YearsAndLanesForm>
      {isUnknown && (
        <p className={styles.note}>The archive does not know everybody who is asked for.</p>
      )}
      {who.length > 0 && (
        <p className={styles.note}>
          {who.length === 2 && (
            <>
              All meetings of{" "}
              {who.map(({ id, name }, i) => (
                <span key={id}>
                  {i > 0 && " or "}
                  <a href={meetingsPath(query, { who: [id] })}>{name}</a>
                </span>
              ))}
              ;{" "}
            </>
          )}
          <a href={years}>everybody’s</a>
        </p>
      )}
      {pairs.length === 0 ? (
        <EmptyState title="No two people are recorded at a meeting that meets all of this." />
      ) : (
        <MeetingPairs view={view} query={query} />
      )}
      {together && together.entries.length > 0 && (
        <Section id="together" title="Meetings of both" aside={counted(together.total, "meeting")}>
          <EntryList label="Meetings of both">
            {together.entries.map((entry) => (
              <TimelineEntryLine key={entry.id} entry={entry} />
            ))}
          </EntryList>
        </Section>
      )}
      {who.length === 0 && pairs.length > 1 && (
        <MeetingMatrix matrix={meetingMatrix(pairs, MATRIX_SIZE)} query={query} />
      )}
    </>
  );
}

function titleOf({ who }: Meetings): string {
  const [one, other] = who;
  if (one && other) return `${one.name} and ${other.name}`;
  return one ? `Whom ${one.name} met` : "Who met whom";
}
