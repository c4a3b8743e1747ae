import { FIELD_WORDS } from "#components/admin/columns/column-words.ts";
import { fieldInputName } from "#lib/columns/schema.ts";
import type { ColumnField, JsonObject } from "#lib/ingest/types.ts";
import styles from "./columns.module.css";

type ColumnChoicesProps = {
  /** Unique in the form. */
  table: string;
  fields: readonly ColumnField[];
  /** What was chosen and sent before, by the name of the input. */
  sent?: Readonly<Record<string, readonly string[]>>;
  sample?: readonly JsonObject[];
};

const OPTIONS = Object.entries(FIELD_WORDS);
const SHOWN_CHARACTERS = 120;

/** Each column of a table with what it holds, to be chosen. */
export function ColumnChoices({ table, fields, sent = {}, sample = [] }: ColumnChoicesProps) {
  return (
    <ul className={styles.choices}>
      {fields.map(({ column, field }, i) => {
        const name = fieldInputName(table, i);
        const value = firstValue(sample, column);
        return (
          <li key={name} className={styles.choice}>
            <label htmlFor={name} className={styles.column}>
              <bdi>{column}</bdi>
            </label>
            <select
              id={name}
              name={name}
              defaultValue={sent[name]?.[0] ?? field ?? ""}
              className={styles.select}
              aria-describedby={value === null ? undefined : `${name}-value`}
            >
              <option value="">Nothing: kept, but fills no field</option>
              {OPTIONS.map(([key, words]) => (
                <option key={key} value={key}>
                  {words}
                </option>
              ))}
            </select>
            {value !== null && (
              <span id={`${name}-value`} className={styles.value}>
                <span className={styles.quiet}>for example </span>
                <bdi>{value}</bdi>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The first value of a column that is no blank. */
function firstValue(sample: readonly JsonObject[], column: string): string | null {
  for (const row of sample) {
    const value = Object.hasOwn(row, column) ? row[column] : null;
    if (value === null || value === undefined) continue;
    const text = (typeof value === "string" ? value : JSON.stringify(value)).trim();
    if (text !== "")
      return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text;
  }
  return null;
}
