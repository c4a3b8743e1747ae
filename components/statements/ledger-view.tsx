import { LedgerEntry } from "#components/statements/ledger-entry.tsx";
import { LedgerForm } from "#components/statements/ledger-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { CitedAt } from "#lib/exchange/cited-statement.ts";
import {
  ledgerPath,
  PAGE_SIZE,
  WHOLE_LEDGER,
  type ParsedLedger,
} from "#lib/statements/ledger-query.ts";
import type { Ledger } from "#lib/statements/types-ledger.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./ledger-view.module.css";

type LedgerViewProps = { parsed: ParsedLedger; ledger: Ledger; citedAt: CitedAt };

/** The ledger of who said what; all of its state is in its address. */
export function LedgerView({ parsed, ledger, citedAt }: LedgerViewProps) {
  const { query, items, total, pageCount, ignored, counts } = ledger;
  return (
    <>
      <PageHeading
        title="Statements"
        lead="Who said what, in which words, when and where: each in the sentences it was read from."
      />
      <LedgerForm parsed={parsed} ledger={ledger} />
      {ignored.length > 0 && <Notice title={`Ignored: ${ignored.join(", ")}.`} />}
      <p className={styles.summary} role="status">
        <strong>{counted(total, "statement")}</strong>
        {counts.cover !== null && (
          <span>Counts beside the choices are of the newest {inFigures(counts.cover)}.</span>
        )}
        <span>
          Follow: <a href="/statements/feed.xml">Atom</a>, <a href="/statements/feed.json">JSON</a>
        </span>
      </p>
      {items.length === 0 ? (
        <NothingFound ledger={ledger} />
      ) : (
        <ol className={styles.entries} aria-label="Statements">
          {items.map((entry) => (
            <LedgerEntry key={entry.id} entry={entry} citedAt={citedAt} />
          ))}
        </ol>
      )}
      <Pagination
        {...{ page: query.page, pageCount, label: "Statements" }}
        hrefFor={(page) => ledgerPath(query, { page })}
      />
      {pageCount * PAGE_SIZE < total && (
        <p className={styles.cap}>
          Only the first {inFigures(pageCount * PAGE_SIZE)} can be paged through. Narrow by date,
          speaker or topic to reach the others.
        </p>
      )}
    </>
  );
}

function NothingFound({ ledger: { query, isSearchable, total } }: { ledger: Ledger }) {
  const title = !isSearchable
    ? "These words are too common to be searched for. Add a rarer one."
    : total > 0
      ? "There is no such page."
      : "No statement found.";
  return (
    <EmptyState title={title}>
      <ul>
        {total > 0 && (
          <li>
            <a href={ledgerPath(query)}>Begin at the first page</a>
          </li>
        )}
        {query.text && (
          <li>
            <a href={`/search?${new URLSearchParams({ q: query.text })}`}>
              Search the articles for these words
            </a>
          </li>
        )}
        {query.isConfirmedOnly && (
          <li>
            <a href={ledgerPath(query, { isConfirmedOnly: false })}>
              Show what nobody has confirmed yet, too
            </a>
          </li>
        )}
        {ledgerPath(query) !== ledgerPath(WHOLE_LEDGER) && (
          <li>
            <a href="/statements">See all statements</a>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
