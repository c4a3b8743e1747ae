import { CalendarNeighbours } from "#components/timeline/calendar-neighbours.tsx";
import { MonthHeat } from "#components/timeline/month-heat.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { dayParts, monthName, weekday } from "#lib/dates/calendar-day.ts";
import type { CalendarSpan } from "#lib/events/calendar-span.ts";
import type { CalendarView } from "#lib/events/data-calendar-view.ts";
import { isDatedToTheDay } from "#lib/events/day-precision.ts";
import { monthDayOf } from "#lib/events/month-day.ts";
import type { TimelineEntry } from "#lib/events/types.ts";
import styles from "./day-view.module.css";

type DayViewProps = { span: CalendarSpan; view: CalendarView; page: number };

/** A day: what happened, what was published, and what was going on around it. */
export function DayView({ span, view, page }: DayViewProps) {
  const { year, month } = dayParts(span.from);
  const monthDay = monthDayOf(span.from);
  const countByDay = new Map(view.dayCounts.map(({ day, count }) => [day, count]));
  const events = view.entries.filter((entry) => entry.type === "event" && isDatedToTheDay(entry));
  const articles = view.entries.filter((entry) => entry.type === "article");
  const around = view.entries.filter((entry) => entry.type === "event" && !isDatedToTheDay(entry));
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Timeline", href: "/timeline" },
          { label: String(year), href: span.path.slice(0, 5) },
          { label: monthName(month), href: span.path.slice(0, 8) },
        ]}
      />
      <PageHeading kicker={weekday(span.from)} title={span.label}>
        <CalendarNeighbours span={span} neighbours={view.neighbours} />
        <p className={styles.anyYear}>
          <a href={monthDay.path}>{monthDay.label} in any year</a>
        </p>
      </PageHeading>
      <div className={styles.beside}>
        <MonthHeat
          year={year}
          month={month}
          countByDay={countByDay}
          max={Math.max(0, ...countByDay.values())}
          caption={`Entries for each day of ${monthName(month)} ${year}`}
          currentDay={span.from}
        />
        <div className={styles.sections}>
          <Lines id="events" title="Events" entries={events} />
          <Lines id="articles" title="Articles" entries={articles} />
          <Lines id="around" title="Going on around this day" entries={around} />
          {view.entries.length === 0 && <NothingThatDay monthPath={span.path.slice(0, 8)} />}
          <Pagination
            page={page}
            pageCount={view.pageCount}
            hrefFor={(number) => (number === 1 ? span.path : `${span.path}?page=${number}`)}
            label={span.label}
          />
        </div>
      </div>
    </>
  );
}

function NothingThatDay({ monthPath }: { monthPath: string }) {
  return (
    <EmptyState title="There is nothing here for this day.">
      <p>
        Go to the nearest day that has something, above, or to <a href={monthPath}>the month</a>.
      </p>
    </EmptyState>
  );
}

type LinesProps = { id: string; title: string; entries: readonly TimelineEntry[] };

function Lines({ id, title, entries }: LinesProps) {
  if (entries.length === 0) return null;
  return (
    <Section id={id} title={title} aside={String(entries.length)}>
      <EntryList>
        {entries.map((entry) => (
          <TimelineEntryLine key={entry.path} entry={entry} hasDate={false} />
        ))}
      </EntryList>
    </Section>
  );
}
