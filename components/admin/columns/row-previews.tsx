import { formatDay } from "#lib/dates/calendar-day.ts";
import type { PreviewRow } from "#lib/ingest/types.ts";
import styles from "./columns.module.css";

/** The first rows of a table as they would be read. */
export function RowPreviews({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return <p className={styles.quiet}>It has no rows to show.</p>;
  return (
    <ol className={styles.previews}>
      {rows.map((row, i) => (
        <li key={i}>
          {row.problem ? <p className={styles.problem}>{row.problem}</p> : <Preview row={row} />}
        </li>
      ))}
    </ol>
  );
}

function Preview({ row }: { row: PreviewRow }) {
  const { headline, isProposed, publishedOn, outlet, bylines, language, address, text } = row;
  return (
    <>
      <p className={styles.headline}>
        <bdi>{headline ?? "Without a headline"}</bdi>
        {isProposed && <span className={styles.quiet}> made of the text</span>}
      </p>
      <p className={styles.facts}>
        <span>
          {publishedOn ? formatDay(publishedOn) : <Missing what="no day of publication" />}
        </span>
        {outlet && <bdi>{outlet}</bdi>}
        {bylines.length > 0 && <bdi>by {bylines.join(", ")}</bdi>}
        {language && <span>language {language}</span>}
        {address && <bdi className={styles.address}>{address}</bdi>}
      </p>
      <p className={styles.text}>{text === "" ? <Missing what="no text" /> : <bdi>{text}</bdi>}</p>
    </>
  );
}

function Missing({ what }: { what: string }) {
  return <span className={styles.missing}>{what}</span>;
}
