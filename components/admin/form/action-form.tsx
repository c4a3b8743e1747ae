"use client";

import { useActionState, useId, type ReactNode } from "react";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { FormFieldControl } from "#components/admin/form/form-field.tsx";
import { HandOverBox } from "#components/admin/form/hand-over-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { UNTOUCHED, type FormAction } from "#lib/http/form-state.ts";
import styles from "./form.module.css";

type ActionFormProps = {
  action: FormAction;
  fields?: readonly FormField[];
  /** Sent along unseen. Whoever sends the form can change them: the action trusts none. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  tone?: "primary" | "plain" | "danger";
  /** `inline`: a button in a table's row. */
  layout?: "stacked" | "inline";
  /** What the button is about, where its word alone does not tell. */
  about?: string;
  children?: ReactNode;
};

/** A form on a server action. It works without a script; with one, the page stays in place. */
export function ActionForm(props: ActionFormProps) {
  const { action, fields = [], hidden = {}, submit, tone = "primary", layout = "stacked" } = props;
  const [state, send, isSending] = useActionState(action, UNTOUCHED);
  const formId = useId();
  return (
    <form action={send} className={styles.form} data-layout={layout}>
      <FormAnswer state={state} />
      {state.handOver && <HandOverBox id={`${formId}-secret`} {...state.handOver} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* React resets a form after its action, and forgets what a select showed: made anew, it keeps. */}
      <div key={state.answers} className={styles.fields}>
        {fields.map((field) => (
          <FormFieldControl key={field.name} formId={formId} field={field} state={state} />
        ))}
      </div>
      {props.children}
      <div>
        <Button
          tone={tone}
          disabled={isSending}
          aria-label={props.about && `${submit}: ${props.about}`}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}
