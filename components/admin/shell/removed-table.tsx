import { ActionForm } from "#components/admin/form/action-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { FormAction } from "#lib/http/form-state.ts";

type RemovedTableProps<Row> = {
  rows: readonly Row[];
  /** What tells one from another. */
  columns: readonly Column<Row>[];
  nameOf: (row: Row) => string;
  /** Takes one back; it is sent the id under this name. */
  restore: FormAction;
  idName: string;
};

/** What was removed and can still be taken back; nothing where there is none. */
export function RemovedTable<Row extends { id: string; removedAt: Date | null }>(
  props: RemovedTableProps<Row>,
) {
  const { rows, columns, nameOf, restore, idName } = props;
  if (rows.length === 0) return null;
  const way: readonly Column<Row>[] = [
    { key: "removed", heading: "Removed", cell: ({ removedAt }) => <Instant at={removedAt} /> },
    {
      key: "restore",
      heading: "Take back",
      cell: (row) => (
        <ActionForm
          action={restore}
          hidden={{ [idName]: row.id }}
          submit="Undo"
          about={`removing ${nameOf(row)}`}
          tone="plain"
          layout="inline"
        />
      ),
    },
  ];
  return (
    <DataTable
      caption="Removed; kept for 30 days"
      columns={[...columns, ...way]}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}
