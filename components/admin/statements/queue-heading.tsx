import { QueueFilter, type QueueFilterProps } from "#components/admin/statements/queue-filter.tsx";
import { filterOf, reviewPath } from "#lib/statements/schema-review.ts";
import { MAX_COUNTED } from "#lib/statements/types-review.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./queue-heading.module.css";

type QueueHeadingProps = QueueFilterProps & {
  left: number;
  /** Headline of the one article that the queue is narrowed to. */
  article: string | null;
};

/** What queue this is, how much of it is left, and its filter; short, since the statement is what counts. */
export function QueueHeading({ query, outlets, left, article }: QueueHeadingProps) {
  const isNarrowed = reviewPath(filterOf(query)) !== reviewPath({});
  const count = `${inFigures(left)}${left < MAX_COUNTED ? "" : " or more"}`;
  return (
    <header className={styles.heading}>
      <div className={styles.line}>
        <h1 className={styles.title}>Statements</h1>
        <p className={styles.left}>
          <strong>{count}</strong> {query.status === "suggested" ? "left" : "found"}, the most
          doubtful first.{" "}
          <span className={styles.keys}>
            Keys: <kbd>?</kbd>
          </span>
        </p>
      </div>
      {isNarrowed && (
        <p className={styles.left}>
          {query.article ? `Only of “${article ?? "an article that is gone"}”.` : "Narrowed."}{" "}
          <a href={reviewPath({})}>The whole queue</a>
        </p>
      )}
      <details className={styles.filter}>
        <summary>Narrow the queue</summary>
        <QueueFilter query={query} outlets={outlets} />
      </details>
    </header>
  );
}
