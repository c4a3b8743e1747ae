import { CommitmentNames } from "#components/commitments/commitment-names.tsx";
import { CommitmentState } from "#components/commitments/commitment-state.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { CommitmentLine } from "#lib/commitments/types.ts";
import styles from "./commitment-row.module.css";

type CommitmentRowProps = {
  line: CommitmentLine;
  /** False on the page of the event at which it was made. */
  hasEvent?: boolean;
};

/** A commitment in a list: what, by whom, made and due when, and where it stands. */
export function CommitmentRow({ line, hasEvent = true }: CommitmentRowProps) {
  const { path, title, madeOn, madeStartsOn, due, event } = line;
  return (
    <li className={styles.row}>
      <p className={styles.dates}>
        <time dateTime={madeStartsOn}>{formatEdtf(madeOn)}</time>
        <span>{due ? `due ${formatEdtf(due)}` : "no day named"}</span>
      </p>
      <div className={styles.what}>
        <p>
          <a href={path} className={styles.title} data-entry="">
            {title}
          </a>
        </p>
        <p className={styles.meta}>
          <CommitmentNames line={line} />
          {hasEvent && event && (
            <>
              ; at <a href={event.path}>{event.title}</a>
            </>
          )}
        </p>
      </div>
      <p className={styles.state}>
        <CommitmentState line={line} />
      </p>
    </li>
  );
}
