import { Fragment } from "react";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./source-passage.module.css";

type SourcePassageProps = { statement: StatementLine };

/** The sentences that a statement stands in, its words marked, with the way to them. */
export function SourcePassage({ statement }: SourcePassageProps) {
  const { passage, article, place, fragment } = statement;
  return (
    <div className={styles.source}>
      <p className={styles.passage}>
        {passage.map(({ text, role }, i) =>
          role === "words" ? <mark key={i}>{text}</mark> : <Fragment key={i}>{text}</Fragment>,
        )}
      </p>
      <p className={styles.from}>
        From <a href={`${place}${fragment}`}>{article.headline}</a>
      </p>
    </div>
  );
}
