"use client";

import { useActionState } from "react";
import { ImportPreview } from "#components/admin/events/import-preview.tsx";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, TextAreaField } from "#components/ui/field.tsx";
import { importEventsAction, type EventImportState } from "#lib/exchange/actions.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORTED_EVENTS } from "#lib/exchange/schema-event-import.ts";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./events.module.css";

const FORMATS = `JSON of TimelineJS, or a table (CSV) with the columns of this archive’s own or of TimelineJS’s spreadsheet. Up to ${counted(MAX_IMPORTED_EVENTS, "event")} and ${MAX_IMPORT_BYTES / 1024 ** 2} MB.`;

/** Brings a file of events in: first what was understood of it, then, confirmed, the events. */
export function EventImportForm() {
  const [state, send, isSending] = useActionState<EventImportState, FormData>(
    importEventsAction,
    UNTOUCHED,
  );
  const { preview } = state;
  return (
    <form action={send} className={styles.form}>
      <FormAnswer state={state} />
      {preview ? (
        <ImportPreview key={state.answers} preview={preview} isSending={isSending} />
      ) : (
        <div key={state.answers} className={styles.form}>
          <Field id="file" label="File" hint={FORMATS}>
            <input
              id="file"
              type="file"
              name="file"
              accept=".json,.csv,.tsv,.txt,application/json,text/csv"
              aria-describedby="file-hint"
            />
          </Field>
          <TextAreaField
            id="pasted"
            name="pasted"
            label="Or paste its text"
            rows={8}
            spellCheck={false}
            defaultValue={state.values?.pasted?.[0] ?? ""}
          />
          <div>
            <Button tone="primary" name="intent" value="preview" disabled={isSending}>
              Show what is understood
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
