import { STATE_TONES, STATE_WORDS } from "#components/admin/feeds/feed-words.ts";
import { RemovedTable } from "#components/admin/shell/removed-table.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { restoreFeedAction } from "#lib/feeds/actions.ts";
import type { FeedLine } from "#lib/feeds/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./feeds.module.css";

const NAME: Column<FeedLine> = {
  key: "feed",
  heading: "Feed",
  cell: ({ id, title, address }) => (
    <span className={styles.what}>
      <a href={`/admin/feeds/${id}`}>{title}</a>
      <span className={styles.address}>{address}</span>
    </span>
  ),
};

const COLUMNS: readonly Column<FeedLine>[] = [
  NAME,
  {
    key: "state",
    heading: "State",
    cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Badge>,
  },
  {
    key: "new",
    heading: "New in 7 days",
    cell: ({ newEntries }) => inFigures(newEntries),
    isFigure: true,
  },
  { key: "outlet", heading: "Outlet", cell: ({ outlet }) => outlet?.name ?? "as it says" },
  { key: "last", heading: "Last poll", cell: ({ lastPolledAt }) => <Instant at={lastPolledAt} /> },
  {
    key: "next",
    heading: "Next poll",
    cell: ({ state, nextPollAt }) => (state === "paused" ? "none" : <Instant at={nextPollAt} />),
  },
];

/** The feeds that are followed, and under them what was removed. */
export function FeedTables({ feeds }: { feeds: readonly FeedLine[] }) {
  const removed = feeds.filter(({ state }) => state === "removed");
  const followed = feeds.filter(({ state }) => state !== "removed");
  return (
    <Stack>
      {followed.length === 0 ? (
        <EmptyState title="No feed is followed yet">
          <p>Follow one, and each new entry becomes a draft by itself.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${counted(followed.length, "feed")} followed`}
          columns={COLUMNS}
          rows={followed}
          keyOf={({ id }) => id}
        />
      )}
      <RemovedTable
        rows={removed}
        columns={[NAME]}
        nameOf={({ title }) => title}
        restore={restoreFeedAction}
        idName="feedId"
      />
    </Stack>
  );
}
