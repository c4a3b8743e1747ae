import { MarkerLegend } from "#components/timeline/entry-marker.tsx";
import { TakeAlong } from "#components/timeline/take-along.tsx";
import { TimelineFilterForm } from "#components/timeline/timeline-filter-form.tsx";
import { TimelineList } from "#components/timeline/timeline-list.tsx";
import { TimelinePicture } from "#components/timeline/timeline-picture.tsx";
import { YearStrip } from "#components/timeline/year-strip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { TimelineView as View } from "#lib/events/data-timeline-view.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { drawTimeline } from "#lib/events/timeline-picture.ts";
import { timelineHref, type TimelineQuery } from "#lib/events/timeline-query.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./timeline-view.module.css";

/** The timeline: its picture, the form that narrows it, its years, and a page of its entries. */
export function TimelineView({ query, view }: { query: TimelineQuery; view: View }) {
  const { written, filter, page } = query;
  const isTopicKnown = !filter.topicId || view.topics.some(({ id }) => id === filter.topicId);
  const problems = isTopicKnown
    ? query.problems
    : [...query.problems, `There is no topic “${filter.topicId}”.`];
  const hrefForYear = (year: number) =>
    timelineHref(written, { from: String(year), to: String(year) });
  const lanes = filter.lanes.length > 0 ? filter.lanes : LANE_IDS;
  return (
    <>
      <PageHeading title="Timeline" />
      {view.pictured.length > 0 && (
        <TimelinePicture picture={drawTimeline(view.pictured, lanes)} hrefForYear={hrefForYear} />
      )}
      <TimelineFilterForm written={written} topics={view.topics} />
      {problems.length > 0 && (
        <Notice tone="warning" title={problems.join(" ")}>
          <p>Dates can be written as 2022, Feb 2025, 27 February 2025, 27/02/2025 or last month.</p>
        </Notice>
      )}
      <YearStrip
        years={view.years}
        hrefFor={hrefForYear}
        isCurrent={(year) => filter.from === `${year}-01-01` && filter.to === `${year}-12-31`}
      />
      <div className={styles.sum}>
        <p role="status">{counted(view.total, "entry", "entries")}</p>
        <MarkerLegend />
      </div>
      {view.entries.length > 0 ? (
        <TimelineList entries={view.entries} />
      ) : (
        <Nothing total={view.total} firstPage={timelineHref(written)} />
      )}
      <Pagination
        page={page}
        pageCount={view.pageCount}
        hrefFor={(number) => timelineHref(written, { page: number })}
        label="Timeline"
      />
      <TakeAlong path={timelineHref(written)} />
    </>
  );
}

function Nothing({ total, firstPage }: { total: number; firstPage: string }) {
  if (total > 0) {
    return (
      <EmptyState title="The timeline does not have so many pages.">
        <p>
          <a href={firstPage}>Go to its first page</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing in the archive meets all of this.">
      <p>
        Take a lane or the topic away, widen the dates, or <a href="/timeline">see everything</a>.
      </p>
    </EmptyState>
  );
}
