import { LatestStatements } from "#components/statements/latest-statements.tsx";
import { ledgerPath } from "#lib/statements/ledger-query.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

type TopicStatementsProps = { topicId: string; statements: readonly StatementLine[] };

/** What was said on a topic last, and the ways to all of it; nothing where nothing was. */
export function TopicStatements({ topicId, statements }: TopicStatementsProps) {
  if (statements.length === 0) return null;
  return (
    <LatestStatements
      title="Latest statements"
      statements={statements}
      aside={
        <>
          <a href={ledgerPath({ topicId })}>All on this topic</a>; follow by{" "}
          <a href={`/topics/${topicId}/statements.xml`}>Atom</a> or{" "}
          <a href={`/topics/${topicId}/statements.json`}>JSON</a>
        </>
      }
    />
  );
}
