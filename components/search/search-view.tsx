import { ChosenFilters } from "#components/search/chosen-filters.tsx";
import { CoveragePanel } from "#components/search/coverage-panel.tsx";
import { DidYouMean } from "#components/search/did-you-mean.tsx";
import { IgnoredParts } from "#components/search/ignored-parts.tsx";
import { NamesMeant } from "#components/search/names-meant.tsx";
import { SearchFacets } from "#components/search/search-facets.tsx";
import { SearchFollow } from "#components/search/search-follow.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { SearchHits } from "#components/search/search-hits.tsx";
import { TimeBars } from "#components/search/time-bars.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { comparePath, textWithFilters } from "#lib/search/compare-query.ts";
import type { Bar } from "#lib/search/histogram.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { SearchQuery, SearchResults } from "#lib/search/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./search-view.module.css";

type SearchViewProps = {
  search: ParsedSearch;
  results: SearchResults;
  dayBars: readonly Bar[] | null;
};

/** A search and its results; all of its state is in its address. */
export function SearchView({ search, results, dayBars }: SearchViewProps) {
  const { query } = search;
  return (
    <>
      <PageHeading title="Search" />
      <SearchForm search={search} />
      <p className={styles.help}>
        <a href="/search/help">How to search</a> ·{" "}
        <a href={comparePath({ a: textWithFilters(query), ...search.given })}>
          Compare with another search
        </a>
      </p>
      <IgnoredParts ignored={search.ignored} names={results.names} />
      <p className={styles.summary} role="status">
        <strong>{counted(results.total, "article")}</strong>
        {(query.from || query.to) && (
          <span className={styles.range}>
            {rangeInWords(query)} (
            <a href={searchPath(query, { from: null, to: null })}>any date</a>)
          </span>
        )}
        {results.total > 0 && (
          <a href="#filters" className={styles.jump}>
            Narrow by topic, person or outlet
          </a>
        )}
      </p>
      <DidYouMean query={query} meant={results.didYouMean} />
      <ChosenFilters query={query} chosen={results.chosen} />
      <NamesMeant names={results.names} />
      <TimeBars query={query} results={results} dayBars={dayBars} />
      <div className={styles.layout}>
        <div id="filters" className={styles.facets}>
          <SearchFacets query={query} results={results} />
          <CoveragePanel coverage={results.coverage} />
        </div>
        <div>
          <SearchHits query={query} results={results} />
          <SearchFollow search={search} total={results.total} />
        </div>
      </div>
    </>
  );
}

function rangeInWords({ from, to }: SearchQuery): string {
  if (from && to) return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  return from ? `from ${formatDay(from)}` : `until ${formatDay(to ?? "")}`;
}
