import { MonthDayPicker } from "#components/timeline/month-day-picker.tsx";
import { MonthDayNeighbours } from "#components/timeline/month-day-neighbours.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay, weekday } from "#lib/dates/calendar-day.ts";
import { dayPath } from "#lib/events/calendar-span.ts";
import type { OnThisDay, YearOfDay } from "#lib/events/data-anniversaries.ts";
import type { MonthDay } from "#lib/events/month-day.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./on-this-day-view.module.css";

type OnThisDayViewProps = {
  monthDay: MonthDay;
  found: OnThisDay;
  page: number;
  isToday?: boolean;
};

/** What fell on a day of the year, in all years, the newest first. */
export function OnThisDayView({ monthDay, found, page, isToday = false }: OnThisDayViewProps) {
  const { label, path } = monthDay;
  return (
    <>
      <PageHeading
        kicker={isToday ? "On this day, in any year" : "A day in any year"}
        title={label}
        lead={leadOf(monthDay, found)}
      >
        <MonthDayNeighbours monthDay={monthDay} />
      </PageHeading>
      <div className={styles.beside}>
        <MonthDayPicker current={monthDay} />
        <div className={styles.years}>
          {found.years.map((year) => (
            <YearSection key={year.day} year={year} />
          ))}
          {found.years.length === 0 && (
            <EmptyState title={`Nothing in the archive fell on ${label}.`}>
              <p>
                Go to another day of the year, or to <a href="/timeline">the timeline</a>.
              </p>
            </EmptyState>
          )}
          <Pagination
            page={page}
            pageCount={found.pageCount}
            hrefFor={(number) => (number === 1 ? path : `${path}?page=${number}`)}
            label={label}
          />
        </div>
      </div>
    </>
  );
}

function leadOf({ key }: MonthDay, { total, yearCount }: OnThisDay): string | undefined {
  if (total === 0) return undefined;
  const found = `${counted(total, "event or article", "events and articles")} in ${counted(yearCount, "year")}, the newest year first.`;
  return key === "02-29" ? `${found} Only leap years have this day.` : found;
}

function YearSection({ year: { day, total, entries } }: { year: YearOfDay }) {
  const path = dayPath(day);
  return (
    <Section
      id={`year-${day.slice(0, 4)}`}
      title={<a href={path}>{Number(day.slice(0, 4))}</a>}
      aside={weekday(day)}
    >
      <EntryList>
        {entries.map((entry) => (
          <TimelineEntryLine key={entry.path} entry={entry} hasDate={false} />
        ))}
      </EntryList>
      {total > entries.length && (
        <p className={styles.more}>
          The first {entries.length} of {inFigures(total)}.{" "}
          <a href={path}>All of {formatDay(day)}</a>
        </p>
      )}
    </Section>
  );
}
