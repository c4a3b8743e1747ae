"use client";

import { useActionState, useId } from "react";
import { ColumnChoices } from "#components/admin/columns/column-choices.tsx";
import styles from "#components/admin/columns/columns.module.css";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { editColumnsAction } from "#lib/columns/actions.ts";
import type { ColumnMappingLine } from "#lib/columns/types.ts";
import { UNTOUCHED } from "#lib/http/form-state.ts";

/** Changes what is remembered of columns. */
export function ColumnsForm({ mapping }: { mapping: ColumnMappingLine }) {
  const [state, send, isSending] = useActionState(editColumnsAction, UNTOUCHED);
  const nameId = useId();
  const { id, name, fields } = mapping;
  return (
    <form action={send} className={styles.form}>
      <FormAnswer state={state} />
      <input type="hidden" name="columnsId" value={id} />
      {/* React resets a form after its action: made anew, it keeps what was chosen. */}
      <div key={state.answers} className={styles.form}>
        <TextField
          id={nameId}
          name="name"
          label="Name"
          required
          maxLength={200}
          autoComplete="off"
          error={state.fieldErrors?.name}
          defaultValue={state.values?.name?.[0] ?? name}
        />
        <ColumnChoices table={id} fields={fields} sent={state.values} />
      </div>
      <div>
        <Button tone="primary" disabled={isSending}>
          Save
        </Button>
      </div>
    </form>
  );
}
