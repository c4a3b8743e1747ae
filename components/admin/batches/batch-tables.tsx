import styles from "#components/admin/columns/columns.module.css";
import { FieldsRead } from "#components/admin/columns/fields-read.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import type { BatchInFull, BatchTable, TableAnswer } from "#lib/batches/types.ts";

const ANSWERS: Record<TableAnswer, { words: string; tone: "plain" | "good" | "unsure" }> = {
  asked: { words: "to be said", tone: "unsure" },
  named: { words: "by their names", tone: "plain" },
  remembered: { words: "as remembered", tone: "good" },
  chosen: { words: "as chosen", tone: "good" },
  left_out: { words: "left out", tone: "plain" },
};

const COLUMNS: readonly Column<BatchTable>[] = [
  {
    key: "path",
    heading: "Table",
    cell: ({ path, count }) => (
      <span className={styles.names}>
        <bdi>{path}</bdi>
        {count > 1 && <span className={styles.quiet}> and {count - 1} more like it</span>}
      </span>
    ),
  },
  {
    key: "answer",
    heading: "Columns are read",
    cell: ({ answer }) => <Badge tone={ANSWERS[answer].tone}>{ANSWERS[answer].words}</Badge>,
  },
  { key: "fields", heading: "Which is which", cell: (table) => <Fields table={table} /> },
];

/** How the tables of a batch are read. */
export function BatchTables({ batch, tables }: { batch: BatchInFull; tables: BatchTable[] }) {
  if (tables.length === 0) return null;
  return (
    <div>
      <DataTable
        caption="Tables in it"
        columns={COLUMNS}
        rows={tables}
        keyOf={({ shape }) => shape}
      />
      {canChange(batch) && batch.state !== "asking" && (
        <p>
          <a href={`/admin/batches/${batch.id}/columns`}>Change which column is which</a>
        </p>
      )}
    </div>
  );
}

/** True while it can be said which column of a batch is which: before anything is stored. */
export function canChange({ state, isDryRun, hasFiles }: BatchInFull): boolean {
  return hasFiles && (state === "asking" || (isDryRun && (state === "done" || state === "paused")));
}

function Fields({ table: { answer, fields } }: { table: BatchTable }) {
  if (answer === "left_out") return "It holds no articles, somebody said.";
  return <FieldsRead fields={fields} />;
}
