import { LatestStatements } from "#components/statements/latest-statements.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { CountList } from "#components/ui/count-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FrontPage } from "#lib/events/data-front.ts";
import type { TimelineEntry } from "#lib/events/types.ts";
import styles from "./front-columns.module.css";

/** Under the timeline: what is new, what fell on this day, who said what, the two vocabularies. */
export function FrontColumns({ front }: { front: FrontPage }) {
  const { latest, anniversaries, statements, topics, people } = front;
  return (
    <div className={styles.columns}>
      <Section title="Latest" id="latest" aside={<a href="/articles">All articles</a>}>
        <Lines entries={latest} empty="No article has been published yet." />
      </Section>
      <Section
        title="On this day and around it"
        id="on-this-day"
        aside={<a href="/on-this-day">This day in any year</a>}
      >
        <Lines entries={anniversaries} empty="Nothing in the archive fell on these days." />
      </Section>
      <LatestStatements
        title="Who said what, lately"
        statements={statements}
        aside={<a href="/statements">All statements</a>}
      />
      <Section title="Topics" id="topics" aside={<a href="/topics">All topics</a>}>
        <CountList
          unit="articles and events"
          columns={2}
          items={topics.map(({ id, label, articleCount, eventCount }) => ({
            key: id,
            label,
            href: `/topics/${id}`,
            count: articleCount + eventCount,
          }))}
        />
      </Section>
      <Section title="People" id="people" aside={<a href="/people">All people</a>}>
        <CountList
          unit="articles and events"
          columns={2}
          items={people.map(({ id, name, articleCount, eventCount }) => ({
            key: id,
            label: name,
            href: `/people/${id}`,
            count: articleCount + eventCount,
          }))}
        />
      </Section>
    </div>
  );
}

function Lines({ entries, empty }: { entries: readonly TimelineEntry[]; empty: string }) {
  if (entries.length === 0) return <EmptyState title={empty} />;
  return (
    <EntryList>
      {entries.map((entry) => (
        <TimelineEntryLine key={entry.path} entry={entry} />
      ))}
    </EntryList>
  );
}
