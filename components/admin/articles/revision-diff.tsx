import { Fragment } from "react";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { ChangeList } from "#components/article/change-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { restoreRevisionAction } from "#lib/articles/actions-lifecycle.ts";
import {
  compareFields,
  type FieldChange,
  type FieldNames,
  type TextPart,
} from "#lib/articles/compare-fields.ts";
import { OUTLETS_OWN, rankChanges } from "#lib/articles/rank-changes.ts";
import type { AdminArticleLine, RevisionState } from "#lib/articles/types-admin.ts";
import styles from "./revision-diff.module.css";

type Props = {
  article: AdminArticleLine;
  before: RevisionState;
  after: RevisionState;
  names: FieldNames;
};

/**
 * What changed between two saved states: of the article by its substance, then of what the archive
 * says about it; and the way back to the earlier one.
 */
export function RevisionDiff({ article, before, after, names }: Props) {
  const { changes } = rankChanges(before.fields, after.fields);
  const own: readonly string[] = OUTLETS_OWN;
  const others = compareFields(before.fields, after.fields, names).filter(
    ({ field }) => !own.includes(field),
  );
  const canRestore = before.number !== article.version && article.deletedAt === null;
  return (
    <Section title={`From revision ${before.number} to revision ${after.number}`} id="changes">
      {changes.length + others.length === 0 && <p>The two say the same.</p>}
      {changes.length > 0 && <ChangeList changes={changes} />}
      {others.map((change) => (
        <Change key={change.field} {...change} />
      ))}
      {canRestore && (
        <div className={styles.restore}>
          <ActionForm
            action={restoreRevisionAction}
            hidden={{
              articleId: article.id,
              number: String(before.number),
              baseVersion: String(article.version),
            }}
            submit={`Save revision ${before.number} as the newest`}
            tone="plain"
          />
        </div>
      )}
    </Section>
  );
}

function Change({ label, parts }: FieldChange) {
  return (
    <div className={styles.change}>
      <h3 className={styles.label}>{label}</h3>
      <p className={styles.words}>
        {parts.map((part, i) => (
          <Fragment key={i}>{toElement(part)}</Fragment>
        ))}
      </p>
    </div>
  );
}

function toElement({ text, change }: TextPart) {
  if (change === "added") return <ins>{text}</ins>;
  return change === "removed" ? <del>{text}</del> : text;
}
