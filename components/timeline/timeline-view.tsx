import { CoveragePanel } from "#components/search/coverage-panel.tsx";
import { MarkerLegend } from "#components/timeline/entry-marker.tsx";
import { CommitmentsNote } from "#components/timeline/commitments-note.tsx";
import { KnownOnNote } from "#components/timeline/known-on-note.tsx";
import { StatementsNote } from "#components/timeline/statements-note.tsx";
import { TakeAlong } from "#components/timeline/take-along.tsx";
import { TimelineFilterForm } from "#components/timeline/timeline-filter-form.tsx";
import { TimelineList } from "#components/timeline/timeline-list.tsx";
import { ZoomPicture } from "#components/timeline/zoom-picture.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { counted } from "#lib/text/counted.ts";
import type { TimelineView as View } from "#lib/timeline/data-timeline-view.ts";
import { timelineHref, type TimelineQuery } from "#lib/timeline/timeline-query.ts";
import styles from "./timeline-view.module.css";

/** The timeline: its picture, the form that narrows it, and a page of its entries. */
export function TimelineView({ query, view }: { query: TimelineQuery; view: View }) {
  const { written, narrowing, page } = query;
  const { topics } = view.choices;
  const isTopicKnown = !narrowing.topicId || topics.some(({ id }) => id === narrowing.topicId);
  const problems = isTopicKnown
    ? query.problems
    : [...query.problems, `There is no topic “${narrowing.topicId}”.`];
  return (
    <>
      <PageHeading title="Timeline" />
      {view.picture && <ZoomPicture data={view.picture} written={written} />}
      <TimelineFilterForm written={written} choices={view.choices} />
      {problems.length > 0 && (
        <Notice tone="warning" title={problems.join(" ")}>
          <p>Dates can be written as 2022, Feb 2025, 27 February 2025, 27/02/2025 or last month.</p>
        </Notice>
      )}
      {narrowing.knownOn && <KnownOnNote day={narrowing.knownOn} />}
      <div id="timeline-list" tabIndex={-1} className={styles.list} data-timeline-list="">
        <div className={styles.sum}>
          <p role="status">{counted(view.total, "entry", "entries")}</p>
          <MarkerLegend hasCommitments={narrowing.show.includes("commitments")} />
        </div>
        {narrowing.show.includes("statements") && <StatementsNote query={query} />}
        {narrowing.show.includes("commitments") && <CommitmentsNote query={query} />}
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
        <CoveragePanel coverage={view.coverage} />
        <TakeAlong path={timelineHref(written)} />
      </div>
      <script type="module" src="/timeline-picture.js" />
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
        Take a lane, the topic or the words away, widen the dates, or{" "}
        <a href="/timeline">see everything</a>.
      </p>
    </EmptyState>
  );
}
