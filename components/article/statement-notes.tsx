import type { MarkedStatement } from "#lib/articles/mark-statements.ts";
import type { ArticleStatement } from "#lib/articles/types.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import styles from "./statement-notes.module.css";

/** The part of the page that holds a statement's first words. */
export function statementAnchor({ id }: ArticleStatement): string {
  return `statement-${id}`;
}

/** The note in the margin that says whose words they are. */
export function noteAnchor({ id }: ArticleStatement): string {
  return `said-${id}`;
}

/** Who said it, in few words. */
export function speakerName({ speaker, speakerText, isAnonymous }: ArticleStatement): string {
  const unknown = isAnonymous ? "a source not named" : "speaker not known";
  return speaker?.name ?? speakerText ?? unknown;
}

/** In the margin: whose words stand here, with the office held that day, where and when. */
export function StatementNotes({ statements }: { statements: readonly MarkedStatement[] }) {
  return (
    <ol className={styles.notes} aria-label="Said in this paragraph">
      {statements.map(({ statement, number }) => (
        <li
          key={statement.id}
          id={noteAnchor(statement)}
          className={styles.note}
          data-status={statement.status}
          data-statement={number}
        >
          <a
            href={`#${statementAnchor(statement)}`}
            className={styles.number}
            aria-label={`${number}, to the words`}
          >
            {number}
          </a>
          <Speaker statement={statement} />
          {statement.venue && <span>{statement.venue}</span>}
          {statement.saidOn && <span>{formatEdtf(statement.saidOn)}</span>}
          {statement.status === "suggested" && <span className={styles.suggested}>suggested</span>}
        </li>
      ))}
    </ol>
  );
}

function Speaker({ statement }: { statement: ArticleStatement }) {
  const { speaker, speakerText, isAnonymous } = statement;
  if (!speaker) {
    return (
      <span className={styles.unknown}>
        {speakerName(statement)}
        {isAnonymous && speakerText && ", not named"}
      </span>
    );
  }
  return (
    <>
      <a href={`/people/${speaker.id}`} className={styles.name}>
        {speaker.name}
      </a>
      {speaker.offices.length > 0 && <span>{speaker.offices.join("; ")}</span>}
    </>
  );
}
