"use client";

import { useState } from "react";
import type { RowsField } from "#components/admin/form/form-field-types.ts";
import { OptionList } from "#components/admin/form/option-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import type { FormState } from "#lib/http/form-state.ts";
import styles from "./form.module.css";

/** Without a script there is always room for as many more; saving gives new room. */
const SPARE_ROWS = 2;
/** More than fit beside each other stand in lines of two. */
const MAX_IN_LINE = 3;

type RowsFieldsetProps = { formId: string; field: RowsField; state: FormState };

/** Lines of several values. A line left empty is no line. */
export function RowsFieldset({ formId, field, state }: RowsFieldsetProps) {
  const rows = sentRows(field, state) ?? field.rows;
  const [rowCount, setRowCount] = useState(rows.length + SPARE_ROWS);
  const isWide = field.columns.length > MAX_IN_LINE;
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{field.label}</legend>
      {field.hint && <p className={styles.hint}>{field.hint}</p>}
      {faultsOf(field, state).map((fault) => (
        <p key={fault} className={styles.error}>
          {fault}
        </p>
      ))}
      {Array.from({ length: rowCount }, (_, i) => (
        <div
          key={i}
          className={styles.row}
          data-columns={field.columns.length}
          data-wide={isWide ? "" : undefined}
        >
          {field.columns.map((column, c) => (
            <TextField
              key={column.name}
              id={`${formId}-${column.name}-${i}`}
              name={column.name}
              label={column.label}
              aria-label={`${column.label}, line ${i + 1}`}
              type={column.kind}
              autoComplete="off"
              list={column.options && `${formId}-${column.name}-list`}
              defaultValue={rows[i]?.[c] ?? ""}
              error={state.fieldErrors?.[`${field.name}.${i}.${column.name}`]}
            />
          ))}
        </div>
      ))}
      {field.columns.map(({ name, options }) =>
        options ? <OptionList key={name} id={`${formId}-${name}-list`} options={options} /> : null,
      )}
      <div>
        <Button type="button" onClick={() => setRowCount(rowCount + 1)}>
          One more line
        </Button>
      </div>
    </fieldset>
  );
}

/** What is wrong with the lines as a whole, or with one but none of its values. */
function faultsOf({ name }: RowsField, { fieldErrors = {} }: FormState): string[] {
  const isOfLine = (key: string) => key.startsWith(`${name}.`) && key.split(".").length === 2;
  const faults = Object.entries(fieldErrors).filter(([key]) => key === name || isOfLine(key));
  return faults.map(([, fault]) => fault);
}

function sentRows(field: RowsField, state: FormState): string[][] | null {
  const columns = field.columns.map((column) => state.values?.[column.name]);
  const first = columns[0];
  return first ? first.map((_, i) => columns.map((values) => values?.[i] ?? "")) : null;
}
