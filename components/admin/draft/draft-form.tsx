"use client";

import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";
import { ConflictPanel } from "#components/admin/draft/conflict-panel.tsx";
import { DraftFields, type DraftFieldsProps } from "#components/admin/draft/draft-fields.tsx";
import { controlId } from "#components/admin/draft/field-kinds.ts";
import { PublishBar } from "#components/admin/draft/publish-bar.tsx";
import { UnusedList } from "#components/admin/draft/unused-list.tsx";
import { useDraftGuard } from "#components/admin/draft/use-draft-guard.ts";
import { useKeptFocus } from "#components/admin/draft/use-kept-focus.ts";
import { Notice } from "#components/ui/notice.tsx";
import { saveDraftAction } from "#lib/articles/actions.ts";
import { FIELD_LABELS, type FieldName } from "#lib/articles/field-labels.ts";
import type { OriginalPiece } from "#lib/articles/explain-original.ts";
import { missingForPublishing } from "#lib/articles/missing-for-publishing.ts";
import type { ArticleStatus, DraftFormState } from "#lib/articles/types-admin.ts";
import styles from "./draft-form.module.css";

const ANSWER_ID = "answer";

type DraftFormProps = Omit<DraftFieldsProps, "errors"> & {
  id: string;
  status: ArticleStatus;
  version: number;
  path: string | null;
  unused: readonly OriginalPiece[];
  unusedCount: number;
};

/** The fields of a draft with all that can be done with them. It works without a script, too. */
export function DraftForm({ id, version, unused, unusedCount, ...props }: DraftFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const [state, send, isSending] = useActionState<DraftFormState, FormData>(saveDraftAction, {
    answers: 0,
  });
  // An answer that failed counts until the page behind it is newer.
  const answer = (state.baseVersion ?? 0) >= version ? state : null;
  const { fields = props.fields, fieldErrors = {}, baseVersion = version } = answer ?? {};
  const shownKey = `${version}-${answer?.answers ?? 0}`;
  const [missing, setMissing] = useMissing(fields, shownKey);
  useDraftGuard(formRef, { shownKey, isUnsaved: answer?.fields !== undefined });
  useKeptFocus(formRef, { formId: id, shownKey }, isAnswer(answer));
  return (
    <form ref={formRef} action={send} className={styles.form} onInput={setMissing}>
      <h2 className={styles.heading}>Fields, in the order of the original</h2>
      {answer && <Answer key={`answer-${shownKey}`} state={answer} />}
      <input type="hidden" name="articleId" value={id} />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <div key={shownKey} className={styles.form}>
        <DraftFields {...props} fields={fields} errors={fieldErrors} />
        <UnusedList unused={unused} count={unusedCount} />
      </div>
      <PublishBar
        {...{ status: props.status, path: props.path, missing, isSending }}
        answerHref={conflictHref(answer)}
      />
    </form>
  );
}

type Missing = ReturnType<typeof missingForPublishing>;

/** What stops publishing, told anew with every letter typed. */
function useMissing(
  fields: Parameters<typeof missingForPublishing>[0],
  shownKey: string,
): [Missing, (event: FormEvent<HTMLFormElement>) => void] {
  const [typed, setTyped] = useState<{ shownKey: string; missing: Missing } | null>(null);
  const update = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget);
    const valueOf = (name: string) => String(form.get(name) ?? "").trim() || null;
    const missing = missingForPublishing({
      headline: valueOf("headline"),
      publishedOn: valueOf("publishedOn"),
    });
    setTyped({ shownKey, missing });
  };
  return [typed?.shownKey === shownKey ? typed.missing : missingForPublishing(fields), update];
}

function isAnswer(state: DraftFormState | null): boolean {
  return Boolean(state?.conflict || state?.message);
}

function conflictHref(state: DraftFormState | null): string | undefined {
  return state?.conflict && `#${ANSWER_ID}`;
}

/** What became of a save that was not one. It takes the focus, wherever in the form that was. */
function Answer({ state }: { state: DraftFormState }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  if (!isAnswer(state)) return null;
  return (
    <div ref={ref} id={ANSWER_ID} tabIndex={-1} className={styles.answer}>
      {state.conflict ? <ConflictPanel conflict={state.conflict} /> : <Problems state={state} />}
    </div>
  );
}

function Problems({ state }: { state: DraftFormState }) {
  const errors = Object.entries(state.fieldErrors ?? {});
  return (
    <Notice tone="danger" isAnswer title={errors.length > 0 ? "Not yet" : undefined}>
      <p>
        {errors.length > 0
          ? "Please look at these fields; everything you typed is kept."
          : state.message}
      </p>
      {errors.length > 0 && (
        <ul className={styles.problems}>
          {errors.map(([path, problem]) => (
            <li key={path}>
              <a href={`#${controlId(path)}`}>{labelOf(path)}</a> {problem}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function labelOf(path: string): string {
  const [root = "", index] = path.split(".");
  const label = FIELD_LABELS[root as FieldName] ?? root;
  return index === undefined ? label : `${label}, line ${Number(index) + 1},`;
}
