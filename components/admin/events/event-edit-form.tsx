"use client";

import { useActionState, useId } from "react";
import { ConflictPanel } from "#components/admin/draft/conflict-panel.tsx";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { FormFieldControl } from "#components/admin/form/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { editEventAction, type EventFormState } from "#lib/events/actions-edit.ts";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import styles from "#components/admin/form/form.module.css";

type EventEditFormProps = { eventId: string; version: number; fields: readonly FormField[] };

/** Changes an event; where somebody else has saved it since, offers what there is to choose between. */
export function EventEditForm({ eventId, version, fields }: EventEditFormProps) {
  const [answer, send, isSending] = useActionState<EventFormState, FormData>(
    editEventAction,
    UNTOUCHED,
  );
  const formId = useId();
  // An answer counts until the page behind it is newer.
  const state: EventFormState = (answer.version ?? 0) >= version ? answer : UNTOUCHED;
  const { conflict } = state;
  const shownKey = `${version} ${state.answers}`;
  return (
    <form action={send} className={styles.form}>
      {conflict ? (
        <ConflictPanel conflict={conflict} thing="event" />
      ) : (
        <FormAnswer state={state} />
      )}
      <input type="hidden" name="eventId" value={eventId} />
      <input
        key={`version ${shownKey}`}
        type="hidden"
        name="baseVersion"
        value={conflict?.version ?? state.values?.baseVersion?.[0] ?? version}
      />
      {/* React resets a form after its action: made anew, it keeps what was typed. */}
      <div key={shownKey} className={styles.fields}>
        {fields.map((field) => (
          <FormFieldControl key={field.name} formId={formId} field={field} state={state} />
        ))}
      </div>
      <div>
        <Button tone="primary" disabled={isSending}>
          Save
        </Button>
      </div>
    </form>
  );
}
