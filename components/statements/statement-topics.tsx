import { ledgerPath } from "#lib/statements/ledger-query.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import { StatementCertainty } from "#components/statements/statement-certainty.tsx";
import styles from "./statement-topics.module.css";

/** What a statement is about, and how sure that is; each leads to what else was said on it. */
export function StatementTopics({ topics }: { topics: StatementLine["topics"] }) {
  return (
    <ul className={styles.topics}>
      {topics.map(({ id, label, status }) => (
        <li key={id} className={styles.topic}>
          <a href={ledgerPath({ topicId: id })}>{label}</a> <StatementCertainty status={status} />
        </li>
      ))}
    </ul>
  );
}
