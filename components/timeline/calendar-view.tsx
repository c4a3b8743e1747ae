import { CalendarNeighbours } from "#components/timeline/calendar-neighbours.tsx";
import { MarkerLegend } from "#components/timeline/entry-marker.tsx";
import { MonthHeat } from "#components/timeline/month-heat.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { TimelineList } from "#components/timeline/timeline-list.tsx";
import { YearHeat } from "#components/timeline/year-heat.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { dayParts } from "#lib/dates/calendar-day.ts";
import type { CalendarSpan } from "#lib/events/calendar-span.ts";
import type { CalendarView as View } from "#lib/events/data-calendar-view.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./calendar-view.module.css";

type CalendarViewProps = { span: CalendarSpan; view: View; page: number };

/** A year or a month: its heat map beside what it holds, and the way to its neighbours. */
export function CalendarView({ span, view, page }: CalendarViewProps) {
  const { year, month } = dayParts(span.from);
  const isYear = span.path.length === 5;
  const countByDay = new Map(view.dayCounts.map(({ day, count }) => [day, count]));
  const max = Math.max(0, ...countByDay.values());
  const caption = `Entries for each day of ${span.label}`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Timeline", href: "/timeline" },
          ...(isYear ? [] : [{ label: String(year), href: span.path.slice(0, 5) }]),
        ]}
      />
      <PageHeading title={span.label}>
        <CalendarNeighbours span={span} neighbours={view.neighbours} />
      </PageHeading>
      <div className={isYear ? undefined : styles.beside}>
        {isYear ? (
          <YearHeat year={year} countByDay={countByDay} max={max} />
        ) : (
          <MonthHeat {...{ year, month, countByDay, max, caption }} isLarge />
        )}
        <div>
          <div className={styles.sum}>
            <p>{counted(view.total, "entry", "entries")}</p>
            <MarkerLegend />
          </div>
          <Entries span={span} view={view} isYear={isYear} />
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

function Entries({ span, view, isYear }: { span: CalendarSpan; view: View; isYear: boolean }) {
  if (view.entries.length === 0) {
    return (
      <EmptyState title={`There is nothing here for ${span.label}.`}>
        <p>
          Go to the nearest time that has something, above, or to the{" "}
          <a href="/timeline">timeline</a>.
        </p>
      </EmptyState>
    );
  }
  if (isYear) return <TimelineList entries={view.entries} />;
  return (
    <EntryList>
      {view.entries.map((entry) => (
        <TimelineEntryLine key={entry.path} entry={entry} />
      ))}
    </EntryList>
  );
}
