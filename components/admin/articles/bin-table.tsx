import { ActionForm } from "#components/admin/form/action-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { restoreArticleAction } from "#lib/articles/actions-lifecycle.ts";
import type { AdminArticleLine } from "#lib/articles/types-admin.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";

const COLUMNS: readonly Column<AdminArticleLine>[] = [
  { key: "headline", heading: "Headline", cell: ({ headline }) => headline ?? "No headline yet" },
  {
    key: "date",
    heading: "Day",
    cell: ({ publishedOn }) => (publishedOn ? formatDay(publishedOn, "short") : "none"),
  },
  { key: "status", heading: "Was", cell: ({ status }) => status },
  { key: "deleted", heading: "Deleted", cell: ({ deletedAt }) => <Instant at={deletedAt} /> },
  {
    key: "restore",
    heading: "Take out",
    cell: ({ id, headline }) => (
      <ActionForm
        action={restoreArticleAction}
        hidden={{ articleId: id }}
        submit="Undo"
        about={`deleting ${headline ?? "an article without a headline"}`}
        tone="plain"
        layout="inline"
      />
    ),
  },
];

/** What was deleted and can still be taken out. */
export function BinTable({ articles }: { articles: readonly AdminArticleLine[] }) {
  if (articles.length === 0) {
    return (
      <EmptyState title="The bin is empty">
        <p>What is deleted lies here for 30 days.</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Deleted articles"
      columns={COLUMNS}
      rows={articles}
      keyOf={({ id }) => id}
    />
  );
}
