import type { ReactNode } from "react";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./entry-list.module.css";

/** Dated lines: the form in which the archive lists anything. `j` and `k` walk their links. */
export function EntryList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className={styles.list} aria-label={label}>
      {children}
    </ol>
  );
}

type EntryProps = {
  href: string;
  title: ReactNode;
  /** `YYYY-MM-DD`, or anything else that `dateLabel` puts into words. */
  date: string;
  /** The date in words where it is not a plain day, or is to be shorter. */
  dateLabel?: string;
  /** False where a heading above already gives the date. */
  hasDate?: boolean;
  /** Before the title, e.g. a hollow marker or lane tags. */
  marker?: ReactNode;
  /** After the title in quiet ink: outlet, kind, place. */
  meta?: ReactNode;
  /** An extract or anything else under the line. */
  children?: ReactNode;
};

/** One line of an `EntryList`. */
export function Entry(props: EntryProps) {
  const { href, title, date, dateLabel, hasDate = true, marker, meta, children } = props;
  return (
    <li className={hasDate ? styles.entry : styles.undated}>
      {hasDate && (
        <time dateTime={date} className={styles.date}>
          {dateLabel ?? formatDay(date, "short")}
        </time>
      )}
      <div className={styles.what}>
        <div className={styles.line}>
          {marker}
          <a href={href} className={styles.title} data-entry="">
            {title}
          </a>
        </div>
        {meta && <span className={styles.meta}>{meta}</span>}
        {children && <div className={styles.more}>{children}</div>}
      </div>
    </li>
  );
}
