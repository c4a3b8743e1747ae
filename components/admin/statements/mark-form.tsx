"use client";

import { useActionState } from "react";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import { StatementFields } from "#components/admin/statements/statement-fields.tsx";
import { TopicChecks } from "#components/admin/statements/topic-checks.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextAreaField } from "#components/ui/field.tsx";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import { markStatementAction } from "#lib/statements/actions.ts";
import styles from "./mark-form.module.css";

const NOTHING = {
  ...{ speaker: "", speakerText: "", isAnonymous: false, kind: "", venue: "", saidOn: "" },
};

type MarkFormProps = { articleId: string; topics: readonly { id: string; label: string }[] };

/** Makes a statement of words that no rule took for one. Works without a script. */
export function MarkForm({ articleId, topics }: MarkFormProps) {
  const [state, send, isSending] = useActionState(markStatementAction, UNTOUCHED);
  return (
    <form action={send} className={styles.form} aria-label="Mark a statement">
      <input type="hidden" name="articleId" value={articleId} />
      <div key={state.answers} className={styles.form}>
        <FormAnswer state={state} />
        <TextAreaField
          id="mark-words"
          name="words"
          label="Its words"
          hint="Paste them from the text. How marks and spaces are typed makes no difference; where the writer interrupts them, one piece a line."
          rows={4}
          required
          error={state.fieldErrors?.words}
          defaultValue={state.values?.words?.[0] ?? ""}
        />
        <StatementFields values={NOTHING} state={state} isKindOpen />
        <TopicChecks topics={[]} others={topics} ticked={state.values?.topics} />
      </div>
      <div>
        <Button tone="primary" disabled={isSending}>
          Mark as a statement
        </Button>
      </div>
    </form>
  );
}
