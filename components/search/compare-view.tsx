import { CompareBars } from "#components/search/compare-bars.tsx";
import { CompareForm } from "#components/search/compare-form.tsx";
import { ComparePart } from "#components/search/compare-part.tsx";
import { IgnoredParts } from "#components/search/ignored-parts.tsx";
import { NamesMeant } from "#components/search/names-meant.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { toComparedBars } from "#lib/search/compare-bars.ts";
import { comparePath, COMPARED_PARTS, type ParsedComparison } from "#lib/search/compare-query.ts";
import { compareInWords } from "#lib/search/compare-words.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { ComparedSearch, Comparison, PartFound } from "#lib/search/types-compare.ts";
import { counted } from "#lib/text/counted.ts";
import { shorten } from "#lib/text/shorten.ts";
import styles from "./compare-view.module.css";

type CompareViewProps = { searches: ParsedComparison; comparison: Comparison };

const MAX_NAME_LENGTH = 40;

/** Two searches side by side; all of it is in the address. */
export function CompareView({ searches, comparison }: CompareViewProps) {
  const { parts } = comparison;
  return (
    <>
      <PageHeading
        title="Compare two searches"
        lead="What each of two searches finds alone, what both find, and when."
      />
      <CompareForm searches={searches} />
      <p className={styles.help}>
        <a href="/search/help">How to search</a>
      </p>
      {parts ? (
        <Compared {...{ searches, comparison, parts }} />
      ) : (
        <NotYet {...{ searches, comparison }} />
      )}
    </>
  );
}

type ComparedProps = CompareViewProps & { parts: NonNullable<Comparison["parts"]> };

function Compared({ searches, comparison, parts }: ComparedProps) {
  const { first, second } = searches;
  const bars = toComparedBars({
    onlyFirst: parts.onlyFirst.months,
    both: parts.both.months,
    onlySecond: parts.onlySecond.months,
  });
  const totals = {
    onlyFirst: parts.onlyFirst.total,
    both: parts.both.total,
    onlySecond: parts.onlySecond.total,
  };
  const names = { first: nameOf(first), second: nameOf(second) };
  return (
    <>
      <p className={styles.words} role="status">
        {compareInWords(totals, bars).join(" ")}
      </p>
      <dl className={styles.searches}>
        <OneSearch label="First" search={first} found={comparison.first} />
        <OneSearch label="Second" search={second} found={comparison.second} />
      </dl>
      <CompareBars
        bars={bars}
        names={names}
        hrefFor={({ key }) =>
          comparePath({ a: first.query.text, b: second.query.text, from: key, to: key })
        }
      />
      <div className={styles.parts}>
        {COMPARED_PARTS.map((part) => (
          <ComparePart key={part} part={part} names={names} found={parts[part]} />
        ))}
      </div>
      <OpenedNote parts={Object.values(parts)} />
    </>
  );
}

/** A search in short, between quotation marks. */
function nameOf({ query }: ParsedSearch): string {
  return `“${shorten(query.text, MAX_NAME_LENGTH)}”`;
}

type OneSearchProps = { label: string; search: ParsedSearch; found: ComparedSearch };

function OneSearch({ label, search, found }: OneSearchProps) {
  const { query, given, ignored } = search;
  return (
    <div>
      <dt>{label} search</dt>
      <dd>
        <a href={searchPath(query, { ...given, sort: "relevance" })}>{query.text}</a>{" "}
        <span className={styles.total}>{counted(found.total, "article")}</span>
        <IgnoredParts ignored={ignored} names={found.names} />
        <NamesMeant names={found.names} />
      </dd>
    </div>
  );
}

function OpenedNote({ parts }: { parts: readonly PartFound[] }) {
  const isMissing = parts.some(({ total, path, items }) => !path && total > items.length);
  if (!isMissing) return null;
  return (
    <p className={styles.help}>
      These two searches cannot be written as one, so not every list can be opened whole. Shorten
      them, or close each bracket and quotation mark.
    </p>
  );
}

/** One or both ask for nothing that can be looked for. */
function NotYet({ searches, comparison }: CompareViewProps) {
  const sides = [
    { label: "first", search: searches.first, found: comparison.first },
    { label: "second", search: searches.second, found: comparison.second },
  ];
  const missing = sides.filter(({ found }) => !found.isSearchable);
  const given = sides.filter(({ found }) => found.isSearchable);
  return (
    <>
      {missing.map(({ label, search, found }) => (
        <IgnoredParts key={label} ignored={search.ignored} names={found.names} />
      ))}
      <EmptyState title={whyNotYet(searches, missing)}>
        <ul>
          {given.map(({ label, search, found }) => (
            <li key={label}>
              <a href={searchPath(search.query, { sort: "relevance" })}>Open the {label} search</a>{" "}
              by itself: {counted(found.total, "article")}.
            </li>
          ))}
          <li>
            For example, <a href={comparePath({ a: "sanctions", b: "aid" })}>sanctions and aid</a>,
            or{" "}
            <a href={comparePath({ a: "said:backstop", b: "said:ceasefire" })}>
              what was said of a backstop and of a ceasefire
            </a>
            .
          </li>
        </ul>
      </EmptyState>
    </>
  );
}

type Side = { label: string; search: ParsedSearch };

function whyNotYet({ first, second }: ParsedComparison, missing: readonly Side[]): string {
  if (first.query.text === "" && second.query.text === "") return "Type two searches.";
  return missing.map(({ label, search }) => whyNot(label, search)).join(" ");
}

function whyNot(label: string, { query }: ParsedSearch): string {
  if (query.text === "") return `Type a ${label} search.`;
  return query.tree
    ? `The words of the ${label} search are too common to be searched for. Add a rarer one.`
    : `Nothing of the ${label} search could be used.`;
}
