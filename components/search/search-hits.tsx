import { ArticleEntry } from "#components/article/article-entry.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import { looserText, PAGE_SIZE } from "#lib/search/parse-query.ts";
import { markedPath, searchPath } from "#lib/search/search-address.ts";
import { toMarks } from "#lib/search/text-query.ts";
import type { SearchQuery, SearchResults, TextPart } from "#lib/search/types.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./search-hits.module.css";

type ResultsProps = { query: SearchQuery; results: SearchResults };

/** One page of what was found, as dated lines. */
export function SearchHits({ query, results }: ResultsProps) {
  const { items, total, pageCount } = results;
  if (items.length === 0) return <NothingFound query={query} results={results} />;
  return (
    <>
      <EntryList label="Results">
        {items.map((hit) => (
          <ArticleEntry
            key={hit.id}
            article={hit}
            href={markedPath(hit.path, toMarks(query.tree) ? query.text : "")}
            title={<Marked parts={hit.headlineParts} />}
          >
            <p className={styles.extract}>
              <Marked parts={hit.extract} />
            </p>
          </ArticleEntry>
        ))}
      </EntryList>
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => searchPath(query, { page })}
        label="Results"
      />
      {pageCount * PAGE_SIZE < total && (
        <p className={styles.cap}>
          Only the first {inFigures(pageCount * PAGE_SIZE)} can be paged through. Narrow by date,
          topic or person to reach the others.
        </p>
      )}
    </>
  );
}

/** A text with what was searched for marked in it. */
export function Marked({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, isMatch }, i) => (isMatch ? <mark key={i}>{text}</mark> : text));
}

function whyNotSearchable({ text, tree }: SearchQuery): string {
  if (tree === null && /[\p{L}\p{N}]/u.test(text)) return "Nothing of this search could be used.";
  return tree
    ? "These words are too common to be searched for. Add a rarer one."
    : "There is no word in this search. Add one.";
}

function NothingFound({ query, results }: ResultsProps) {
  const looser = looserText(query.tree);
  const isNarrowed = searchPath(query) !== searchPath({ ...query, ...WIDEST });
  return (
    <EmptyState title={results.isSearchable ? "Nothing found." : whyNotSearchable(query)}>
      <ul>
        {looser && results.isSearchable && (
          <li>
            <a href={searchPath(query, { text: looser })}>Find any of these words</a> rather than
            all of them.
          </li>
        )}
        {isNarrowed && (
          <li>
            <a href={searchPath(query, WIDEST)}>Search all dates, topics, people and outlets</a>.
          </li>
        )}
        <li>
          Use “quotation marks” for a phrase, <kbd>-word</kbd> to leave something out, <kbd>or</kbd>{" "}
          for either; see <a href="/search/help">how to search</a>.
        </li>
        <li>
          Browse by <a href="/timeline">date</a>, <a href="/topics">topic</a> or{" "}
          <a href="/people">person</a>.
        </li>
      </ul>
    </EmptyState>
  );
}

const WIDEST = { from: null, to: null, chosen: NOTHING_CHOSEN };
