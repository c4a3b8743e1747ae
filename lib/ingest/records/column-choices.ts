import { isJsonObject, type JsonObject } from "./canonical-json.ts";
import { firstNameOf, type ArticleField } from "./columns.ts";

/** Names of columns to the fields that an archivist chose for them; null leaves a column unread. */
export type ColumnChoices = Record<string, ArticleField | null>;

/**
 * A record with chosen columns under the first name of their field, so that reading needs no more
 * than the record. Columns left unread, and any that a choice drives out, are kept under `other`.
 */
export function applyColumnChoices(record: JsonObject, choices?: ColumnChoices): JsonObject {
  if (!choices || Object.keys(choices).length === 0) return record;
  const other = isJsonObject(record.other) ? { ...record.other } : {};
  const chosen: JsonObject = {};
  const rest: JsonObject = {};
  for (const [column, value] of Object.entries(record)) {
    const field = Object.hasOwn(choices, column) ? choices[column] : undefined;
    if (column === "other") continue;
    if (field === undefined) rest[column] = value;
    else if (field === null || firstNameOf(field) in chosen) other[column] = value;
    else chosen[firstNameOf(field)] = value;
  }
  for (const column of Object.keys(rest).filter((name) => name in chosen)) {
    other[column] = rest[column];
    delete rest[column];
  }
  return { ...rest, ...chosen, ...(Object.keys(other).length > 0 && { other }) };
}
