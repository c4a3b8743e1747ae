import type { ReactNode } from "react";
import { StatementLines } from "#components/statements/statement-lines.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

type LatestStatementsProps = {
  title: string;
  statements: readonly StatementLine[];
  aside: ReactNode;
};

/** Who said what last: a few lines, and the way to all. */
export function LatestStatements({ title, statements, aside }: LatestStatementsProps) {
  return (
    <Section title={title} id="statements" aside={aside}>
      {statements.length > 0 ? (
        <StatementLines statements={statements} label={title} />
      ) : (
        <EmptyState title="No statement has been read from an article yet." />
      )}
    </Section>
  );
}
