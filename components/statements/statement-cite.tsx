import { chicagoNote } from "#lib/exchange/chicago-note.ts";
import { citeStatement } from "#lib/exchange/citation.ts";
import type { CitedAt } from "#lib/exchange/cited-statement.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./statement-cite.module.css";

const FILES = [
  { ending: "bib", label: "BibTeX" },
  { ending: "ris", label: "RIS" },
  { ending: "json", label: "CSL-JSON" },
  { ending: "txt", label: "Plain text" },
] as const;

type StatementCiteProps = {
  statement: StatementLine;
  citedAt: CitedAt;
  isOpen?: boolean;
};

/** How to cite a statement: in words to copy, and as files for reference managers. */
export function StatementCite({ statement, citedAt, isOpen }: StatementCiteProps) {
  const { baseUrl, accessedOn } = citedAt;
  return (
    <details className={styles.cite} open={isOpen}>
      <summary className={styles.summary}>Cite</summary>
      <dl className={styles.forms}>
        <dt>In plain words</dt>
        <dd className={styles.form}>{citeStatement(statement, baseUrl, accessedOn)}</dd>
        <dt>Chicago, note</dt>
        <dd className={styles.form}>{chicagoNote(statement, baseUrl, accessedOn)}</dd>
      </dl>
      <ul className={styles.files} aria-label="As a file">
        {FILES.map(({ ending, label }) => (
          <li key={ending}>
            <a href={`${statement.path}/cite.${ending}`} className={styles.file}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
