import { StatementCertainty } from "#components/statements/statement-certainty.tsx";
import { SaidOn } from "#components/statements/statement-occasion.tsx";
import type { Certainty } from "#lib/articles/types.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./statement-facts.module.css";

type StatementFactsProps = { statement: StatementLine; certainty: Certainty };

/** When and where something was said, who printed it, and whether a person has confirmed it. */
export function StatementFacts({ statement, certainty }: StatementFactsProps) {
  const { venue, article } = statement;
  return (
    <p className={styles.facts}>
      <span>
        <SaidOn statement={statement} />
      </span>
      {venue && <span>{venue}</span>}
      {article.outlet && <span>{article.outlet.name}</span>}
      <StatementCertainty status={certainty} />
    </p>
  );
}
