"use client";

import { useActionState, useId } from "react";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { FormFieldControl } from "#components/admin/form/form-field.tsx";
import { DefinitionPreviewSection } from "#components/admin/understanding/definition-preview.tsx";
import { Button } from "#components/ui/button.tsx";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import type { DefinitionState } from "#lib/understanding/types.ts";
import styles from "./understanding.module.css";

type DefinitionFormProps = {
  action: (previous: DefinitionState, form: FormData) => Promise<DefinitionState>;
  fields: readonly FormField[];
  hidden: Readonly<Record<string, string>>;
};

/** A topic or an actor, to be saved or only tried on the archive; works without a script. */
export function DefinitionForm({ action, fields, hidden }: DefinitionFormProps) {
  const [state, send, isSending] = useActionState<DefinitionState, FormData>(action, UNTOUCHED);
  const formId = useId();
  const { preview } = state;
  return (
    <form action={send} className={styles.form}>
      <FormAnswer state={state} />
      {state.status === "done" && !preview && (
        <p>
          Articles that are here already keep what was suggested for them:{" "}
          <a href="/admin/understanding">understand the archive anew</a>.
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* React resets a form after its action: made anew, it keeps what was typed. */}
      <div key={state.answers} className={styles.fields}>
        {fields.map((field) => (
          <FormFieldControl key={field.name} formId={formId} field={field} state={state} />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button tone="primary" name="intent" value="save" disabled={isSending}>
          Save
        </Button>
        <Button name="intent" value="preview" disabled={isSending}>
          Preview what would change
        </Button>
      </div>
      {preview && (
        <DefinitionPreviewSection preview={preview}>
          <Button name="intent" value="foresee" disabled={isSending}>
            Look through the whole archive
          </Button>
        </DefinitionPreviewSection>
      )}
    </form>
  );
}
