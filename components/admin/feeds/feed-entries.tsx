import { entryInWords } from "#components/admin/feeds/feed-words.ts";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { FeedEntryLine } from "#lib/feeds/types.ts";
import styles from "./feeds.module.css";

const COLUMNS: readonly Column<FeedEntryLine>[] = [
  {
    key: "headline",
    heading: "Entry",
    cell: ({ headline, address, article }) => (
      <span className={styles.what}>
        {article && !article.inBin ? (
          <a href={`/admin/articles/${article.id}`}>{headline ?? "without a headline"}</a>
        ) : (
          (headline ?? "without a headline")
        )}
        {address && (
          <a href={address} rel="noreferrer" className={styles.address}>
            {address}
          </a>
        )}
      </span>
    ),
  },
  {
    key: "became",
    heading: "What became of it",
    cell: (entry) => (
      <>
        {entryInWords(entry)}
        {entry.message && <span className={styles.note}>{entry.message}</span>}
        {entry.takenAt.getTime() - entry.firstSeenAt.getTime() > SAME_MOMENT_MS && (
          <span className={styles.note}>
            again with new words, <Instant at={entry.takenAt} />
          </span>
        )}
      </>
    ),
  },
  { key: "seen", heading: "First seen", cell: ({ firstSeenAt }) => <Instant at={firstSeenAt} /> },
];

const SAME_MOMENT_MS = 1_000;

/** What became of the entries of a feed. */
export function FeedEntries({ entries }: { entries: readonly FeedEntryLine[] }) {
  if (entries.length === 0) {
    return (
      <EmptyState title="No entry has come in yet">
        <p>Poll it now, or wait for the next poll.</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Entries, those taken in last first"
      columns={COLUMNS}
      rows={entries}
      keyOf={({ identity }) => identity}
    />
  );
}
