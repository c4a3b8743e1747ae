import { Fragment } from "react";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./statement-passage.module.css";

type StatementPassageProps = { statement: Pick<StatementLine, "passage" | "status"> };

/** The sentences that a statement stands in, its exact words marked: dotted until confirmed. */
export function StatementPassage({ statement: { passage, status } }: StatementPassageProps) {
  return (
    <p className={styles.passage}>
      {passage.map(({ text, role }, i) =>
        role === null ? (
          <Fragment key={i}>{text}</Fragment>
        ) : (
          <mark key={i} className={styles.words} data-status={status} data-role={role}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
