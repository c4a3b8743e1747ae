import { StatusBadge } from "#components/admin/articles/status-badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { StoryAdminItem } from "#lib/stories/data-admin.ts";
import { counted } from "#lib/text/counted.ts";

const COLUMNS: readonly Column<StoryAdminItem>[] = [
  {
    key: "title",
    heading: "Story",
    cell: ({ id, title }) => <a href={`/admin/stories/${id}`}>{title}</a>,
  },
  { key: "status", heading: "State", cell: ({ status }) => <StatusBadge status={status} /> },
  { key: "steps", heading: "Steps", cell: ({ stepCount }) => stepCount, isFigure: true },
  { key: "changed", heading: "Changed", cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
];

/** Every story, whatever its state. */
export function StoryTable({ stories }: { stories: readonly StoryAdminItem[] }) {
  if (stories.length === 0)
    return <EmptyState title="No story yet. Begin one with a title, then add events to it." />;
  return (
    <DataTable
      caption={counted(stories.length, "story", "stories")}
      columns={COLUMNS}
      rows={stories}
      keyOf={({ id }) => id}
    />
  );
}
