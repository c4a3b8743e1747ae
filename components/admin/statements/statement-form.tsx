"use client";

import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import {
  StatementFields,
  type StatementFieldValues,
} from "#components/admin/statements/statement-fields.tsx";
import { TopicChecks } from "#components/admin/statements/topic-checks.tsx";
import { Button } from "#components/ui/button.tsx";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import { decideStatementAction } from "#lib/statements/actions.ts";
import type { ReviewTopic } from "#lib/statements/types-review.ts";
import type { Judged } from "#lib/statements/types.ts";
import styles from "./statement-form.module.css";

type StatementFormProps = {
  id: string;
  status: Judged;
  /** Mark of the state that is shown. */
  seen: string;
  values: StatementFieldValues;
  topics: readonly ReviewTopic[];
  otherTopics: readonly { id: string; label: string }[];
  /** In which queue it is looked at, and whom it was shown as said by. */
  hidden: Readonly<Record<string, string>>;
  /** What it is about, above the fields. */
  children: ReactNode;
  /** The ways to the statements before and after. */
  ways: ReactNode;
};

/** A statement with what can be corrected, and the buttons that decide. Works without a script. */
export function StatementForm({ id, seen, status, children, ...props }: StatementFormProps) {
  const [state, send, isSending] = useActionState(decideStatementAction, UNTOUCHED);
  const start = useRef<HTMLDivElement>(null);
  // Who decides by keyboard hears the next statement, and Tab goes on from it.
  useEffect(() => start.current?.focus({ preventScroll: true }), []);
  const hidden = { ...props.hidden, statementId: id, seen: state.values?.seen?.[0] ?? seen };
  return (
    <form action={send} className={styles.form} aria-label="Statement">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div ref={start} tabIndex={-1} className={styles.statement}>
        {children}
      </div>
      <div key={state.answers} className={styles.fields}>
        <FormAnswer state={state} />
        <StatementFields values={props.values} state={state} />
        <TopicChecks
          topics={props.topics}
          others={props.otherTopics}
          ticked={state.values && (state.values.topics ?? [])}
        />
      </div>
      <DecisionBar status={status} isSending={isSending} ways={props.ways} />
    </form>
  );
}

type DecisionBarProps = { status: Judged; isSending: boolean; ways: ReactNode };

/** Each button with its key, which no name of a button tells; the first is what Enter in a field does. */
function DecisionBar({ status, isSending, ways }: DecisionBarProps) {
  const decide = (decision: string) => ({
    name: "decision",
    value: decision,
    disabled: isSending,
  });
  return (
    <div className={styles.bar} role="group" aria-label="Decide">
      <Button tone="primary" {...decide("confirm")} data-key="c Enter">
        Confirm <kbd aria-hidden="true">c</kbd>
      </Button>
      {status !== "rejected" && (
        <Button tone="danger" {...decide("reject")} data-key="x">
          Reject <kbd aria-hidden="true">x</kbd>
        </Button>
      )}
      {status !== "suggested" && (
        <Button {...decide("reopen")} data-key="o">
          Put back <kbd aria-hidden="true">o</kbd>
        </Button>
      )}
      {ways}
    </div>
  );
}
