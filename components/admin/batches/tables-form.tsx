"use client";

import { useActionState } from "react";
import { ColumnChoices } from "#components/admin/columns/column-choices.tsx";
import styles from "#components/admin/columns/columns.module.css";
import { RowPreviews } from "#components/admin/columns/row-previews.tsx";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { answerTablesAction, type TablesState } from "#lib/batches/actions-tables.ts";
import { leftOutName } from "#lib/batches/schema.ts";
import type { SampledTable } from "#lib/batches/types.ts";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import type { PreviewRow } from "#lib/ingest/types.ts";

type Previews = Readonly<Record<string, PreviewRow[]>>;
type TablesFormProps = {
  batchId: string;
  isDryRun: boolean;
  tables: readonly SampledTable[];
  /** By the shapes of the tables, as they would be read now. */
  previews: Previews;
};

/** Which column of each table is which, with its first rows as they would be read. */
export function TablesForm({ batchId, isDryRun, tables, previews }: TablesFormProps) {
  const [state, send, isSending] = useActionState<TablesState, FormData>(
    answerTablesAction,
    UNTOUCHED,
  );
  return (
    <form action={send} className={styles.form}>
      <FormAnswer state={state} />
      <input type="hidden" name="batchId" value={batchId} />
      {/* React resets a form after its action: made anew, it keeps what was chosen. */}
      <div key={state.answers} className={styles.form}>
        {tables.map((table, i) => (
          <TableFields
            key={table.shape}
            id={`table-${i + 1}`}
            table={table}
            sent={state.values}
            error={state.fieldErrors?.[table.shape]}
            rows={state.previews?.[table.shape] ?? previews[table.shape] ?? []}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button tone="primary" name="intent" value="import" disabled={isSending}>
          {isDryRun ? "Make the dry run with these columns" : "Import with these columns"}
        </Button>
        <Button name="intent" value="preview" disabled={isSending}>
          Show the rows with these columns
        </Button>
      </div>
    </form>
  );
}

type TableFieldsProps = {
  id: string;
  table: SampledTable;
  sent: TablesState["values"];
  error: string | undefined;
  rows: PreviewRow[];
};

function TableFields({ id, table, sent, error, rows }: TableFieldsProps) {
  const { shape, path, count, fields, sample, answer } = table;
  const leftOut = leftOutName(shape);
  const wasLeftOut = sent ? sent[leftOut] !== undefined : answer === "left_out";
  return (
    <Section
      id={id}
      title={<bdi className={styles.names}>{path}</bdi>}
      aside={count > 1 ? `and ${count - 1} more with the same columns` : undefined}
    >
      <div className={styles.table}>
        {error && <p className={styles.problem}>{error}</p>}
        <ColumnChoices table={shape} fields={fields} sent={sent} sample={sample} />
        <CheckboxField
          id={leftOut}
          name={leftOut}
          label="It holds no articles: leave it out"
          defaultChecked={wasLeftOut}
        />
        <Section id={`${id}-rows`} level={3} title="Its first rows, as they would be read">
          <RowPreviews rows={rows} />
        </Section>
      </div>
    </Section>
  );
}
