import {
  changeFormFields,
  commitmentFormFields,
} from "#components/admin/commitments/commitment-form-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { RevisionsTable } from "#components/admin/shell/revisions-table.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  bringBackCommitmentAction,
  recordChangeAction,
  removeChangeAction,
  restoreCommitmentAction,
  saveCommitmentAction,
  withdrawCommitmentAction,
} from "#lib/commitments/actions.ts";
import type { CommitmentForAdmin } from "#lib/commitments/data-admin.ts";
import { STATE_LABELS } from "#lib/commitments/overdue.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { TopicRef } from "#lib/topics/types.ts";
import styles from "./commitment-editor.module.css";

type CommitmentEditorProps = { commitment: CommitmentForAdmin; topics: readonly TopicRef[] };

/** Changes a commitment, records what became of it, and takes saves back. */
export function CommitmentEditor({ commitment, topics }: CommitmentEditorProps) {
  const { id, version, revisions } = commitment;
  const hidden = { commitmentId: id, version: String(version) };
  const aside = (
    <>
      <Visibility commitment={commitment} />
      <Section title="Revisions" id="revisions">
        <RevisionsTable revisions={revisions} restore={restoreCommitmentAction} hidden={hidden} />
      </Section>
    </>
  );
  return (
    <MainAndAside aside={aside} label="State and revisions">
      <Section title="What became of it" id="history">
        <Changes commitment={commitment} hidden={hidden} />
        <h3 className={styles.heading}>Record what happened</h3>
        <ActionForm
          action={recordChangeAction}
          hidden={{ ...hidden, position: "0" }}
          fields={changeFormFields()}
          submit="Record"
        />
      </Section>
      <Section title="What was promised" id="edit">
        <ActionForm
          action={saveCommitmentAction}
          hidden={hidden}
          fields={commitmentFormFields(topics, commitment)}
          submit="Save"
        />
      </Section>
    </MainAndAside>
  );
}

type ChangesProps = { commitment: CommitmentForAdmin; hidden: Readonly<Record<string, string>> };

function Changes({ commitment: { fields, version }, hidden }: ChangesProps) {
  if (fields.changes.length === 0) return <p>Nothing has been recorded yet: it is open.</p>;
  return fields.changes.map((change, i) => (
    <details key={`${version}-${i}`} className={styles.change}>
      <summary>
        {formatDay(change.day)}: {STATE_LABELS[change.state]}
      </summary>
      <ActionForm
        action={recordChangeAction}
        hidden={{ ...hidden, position: String(i + 1) }}
        fields={changeFormFields(change)}
        submit="Correct"
        about={formatDay(change.day)}
      />
      <ActionForm
        action={removeChangeAction}
        hidden={{ ...hidden, position: String(i + 1) }}
        submit="Take out"
        about={formatDay(change.day)}
        tone="danger"
      />
    </details>
  ));
}

function Visibility({ commitment }: { commitment: CommitmentForAdmin }) {
  const { id, isWithdrawn, withdrawnReason } = commitment;
  const hidden = { commitmentId: id };
  return (
    <Section title="State" id="state">
      {isWithdrawn ? (
        <>
          <p>Withdrawn: {withdrawnReason}</p>
          <ActionForm action={bringBackCommitmentAction} hidden={hidden} submit="Show it again" />
        </>
      ) : (
        <>
          <p>Readers see it.</p>
          <ActionForm
            action={withdrawCommitmentAction}
            hidden={hidden}
            fields={[{ kind: "text", name: "reason", label: "Why, for readers", required: true }]}
            submit="Withdraw"
            tone="danger"
          />
        </>
      )}
    </Section>
  );
}
