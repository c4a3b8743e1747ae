import { unusedWords, usedWords } from "#components/admin/columns/column-words.ts";
import type { ColumnField } from "#lib/ingest/types.ts";
import styles from "./columns.module.css";

/** Which columns fill which fields, and which fill none. */
export function FieldsRead({ fields }: { fields: readonly ColumnField[] }) {
  const unused = unusedWords(fields);
  return (
    <span className={styles.names}>
      <bdi>{usedWords(fields) || "No column fills a field."}</bdi>
      {unused && (
        <span className={styles.unused}>
          Used for nothing: <bdi>{unused}</bdi>
        </span>
      )}
    </span>
  );
}
