import { Stack } from "#components/admin/shell/stack.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { counted } from "#lib/text/counted.ts";
import type { TopicAdminItem } from "#lib/topics/data-admin.ts";
import type { TopicRef } from "#lib/topics/types.ts";

const COLUMNS: readonly Column<TopicAdminItem>[] = [
  { key: "label", heading: "Topic", cell: (topic) => <TopicLink topic={topic} /> },
  {
    key: "broader",
    heading: "Under",
    cell: ({ broader }) => broader && <TopicLink topic={broader} />,
  },
  { key: "iptc", heading: "IPTC", cell: ({ iptcId }) => iptcId },
  { key: "words", heading: "Keywords", cell: ({ keywordCount }) => keywordCount, isFigure: true },
  { key: "articles", heading: "Articles", cell: (topic) => topic.articleCount, isFigure: true },
  { key: "events", heading: "Events", cell: ({ eventCount }) => eventCount, isFigure: true },
];

const MERGED_COLUMNS: readonly Column<TopicAdminItem>[] = [
  { key: "label", heading: "Topic", cell: (topic) => <TopicLink topic={topic} /> },
  {
    key: "into",
    heading: "Merged into",
    cell: ({ mergedInto }) => mergedInto && <TopicLink topic={mergedInto} />,
  },
];

/** The vocabulary, and under it what was merged away. */
export function TopicTables({ topics }: { topics: readonly TopicAdminItem[] }) {
  const merged = topics.filter(({ mergedInto }) => mergedInto);
  const used = topics.filter(({ mergedInto }) => !mergedInto);
  return (
    <Stack>
      <DataTable
        caption={`${counted(used.length, "topic")}; articles include drafts`}
        columns={COLUMNS}
        rows={used}
        keyOf={({ id }) => id}
      />
      {merged.length > 0 && (
        <DataTable
          caption="Merged away"
          columns={MERGED_COLUMNS}
          rows={merged}
          keyOf={({ id }) => id}
        />
      )}
    </Stack>
  );
}

function TopicLink({ topic }: { topic: TopicRef }) {
  return <a href={`/admin/topics/${topic.id}`}>{topic.label}</a>;
}
