import { ArticleList } from "#components/article/article-list.tsx";
import { EventEntries, type EventLine } from "#components/article/event-entries.tsx";
import { CountBars } from "#components/search/count-bars.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ArticleList as Articles, MonthCount } from "#lib/articles/types.ts";
import { toBars } from "#lib/search/histogram.ts";
import { inFigures } from "#lib/text/counted.ts";

type ArticlesAndEventsProps = {
  articles: Articles;
  months: readonly MonthCount[];
  events: readonly EventLine[];
  page: number;
  pageSize: number;
  /** Address of this page. */
  path: string;
  /** What narrows a search to these articles: `{ topic: "sanctions" }`. */
  filter: Record<string, string>;
};

/** What a topic or a person is written about with: a small timeline, the articles, the events. */
export function ArticlesAndEvents(props: ArticlesAndEventsProps) {
  const { articles, months, events, page, pageSize, path, filter } = props;
  const written = (
    <Section
      title="Articles"
      id="articles"
      aside={
        <>
          {inFigures(articles.total)},{" "}
          <a href={`/search?${new URLSearchParams(filter)}`}>search in these</a>
        </>
      }
    >
      <CountBars
        bars={toBars(months)}
        hrefFor={({ key }) => `/search?${new URLSearchParams({ from: key, to: key, ...filter })}`}
        label="Articles over time"
      />
      {articles.total === 0 ? (
        <EmptyState title="No published article yet.">
          <p>
            <a href="/articles">See all articles</a>
          </p>
        </EmptyState>
      ) : (
        <ArticleList {...{ articles, page, pageSize, path }} label="Articles" />
      )}
    </Section>
  );
  if (events.length === 0) return written;
  return (
    <MainAndAside
      aside={
        <Section title="Events" id="events" aside={inFigures(events.length)}>
          <EventEntries events={events} label="Events" />
        </Section>
      }
    >
      {written}
    </MainAndAside>
  );
}
