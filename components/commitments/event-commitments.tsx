import { CommitmentRow } from "#components/commitments/commitment-row.tsx";
import { Section } from "#components/ui/section.tsx";
import type { CommitmentLine } from "#lib/commitments/types.ts";
import styles from "./event-commitments.module.css";

/** What was promised at an event; nothing where nothing was. */
export function EventCommitments({ commitments }: { commitments: readonly CommitmentLine[] }) {
  if (commitments.length === 0) return null;
  return (
    <Section
      id="commitments"
      title="What was promised here"
      aside={<a href="/commitments">All commitments</a>}
    >
      <ol className={styles.list}>
        {commitments.map((line) => (
          <CommitmentRow key={line.id} line={line} hasEvent={false} />
        ))}
      </ol>
    </Section>
  );
}
