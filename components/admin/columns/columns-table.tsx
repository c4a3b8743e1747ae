import { FieldsRead } from "#components/admin/columns/fields-read.tsx";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { RemovedTable } from "#components/admin/shell/removed-table.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { removeColumnsAction, restoreColumnsAction } from "#lib/columns/actions.ts";
import type { ColumnMappingLine } from "#lib/columns/types.ts";
import styles from "./columns.module.css";

const NAME: Column<ColumnMappingLine> = {
  key: "name",
  heading: "First seen in",
  cell: ({ id, name, removedAt }) => (
    <bdi className={styles.names}>
      {removedAt ? name : <a href={`/admin/columns/${id}`}>{name}</a>}
    </bdi>
  ),
};
const FIELDS: Column<ColumnMappingLine> = {
  key: "fields",
  heading: "Which is which",
  cell: ({ fields }) => <FieldsRead fields={fields} />,
};
const COLUMNS: readonly Column<ColumnMappingLine>[] = [
  NAME,
  FIELDS,
  { key: "by", heading: "Saved by", cell: ({ savedBy }) => savedBy ?? "the archive" },
  { key: "at", heading: "Saved", cell: ({ savedAt }) => <Instant at={savedAt} /> },
  {
    key: "remove",
    heading: "Remove",
    cell: ({ id, name }) => (
      <ActionForm
        action={removeColumnsAction}
        hidden={{ columnsId: id }}
        submit="Remove"
        about={name}
        tone="danger"
        layout="inline"
      />
    ),
  },
];
/** What is remembered of columns, and under it what was removed. */
export function ColumnsTables({ mappings }: { mappings: readonly ColumnMappingLine[] }) {
  const used = mappings.filter(({ removedAt }) => removedAt === null);
  const removed = mappings.filter(({ removedAt }) => removedAt !== null);
  return (
    <Stack>
      {used.length === 0 ? (
        <EmptyState title="Nothing is remembered yet">
          <p>Once an import has asked which column is which, the answer stands here.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Remembered, by the names of the columns"
          columns={COLUMNS}
          rows={used}
          keyOf={({ id }) => id}
        />
      )}
      <RemovedTable
        rows={removed}
        columns={[NAME, FIELDS]}
        nameOf={({ name }) => name}
        restore={restoreColumnsAction}
        idName="columnsId"
      />
    </Stack>
  );
}
