import { AppError } from "#lib/errors.ts";
import type { JsonObject } from "../records/canonical-json.ts";
import type { ColumnChoices } from "../records/column-choices.ts";
import { faultOfHeader, MAX_COLUMNS } from "../records/column-shape.ts";
import { areArticleColumns, mapColumns } from "../records/columns.ts";
import type { ChooseColumns } from "./unpacked-item.ts";

/** Told in a sentence; a message is no place for hundreds. */
const MAX_TOLD = 30;

/** Names of columns: one without a name is called by its place, a second of one name by its number. */
export function toHeader(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.slice(0, MAX_COLUMNS).map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** A row under the names of its columns; empty cells are left out. */
export function toRowRecord(header: readonly string[], cells: readonly string[]): JsonObject {
  const named = cells
    .slice(0, MAX_COLUMNS)
    .map((cell, i): [string, string] => [header[i] ?? `column ${i + 1}`, cell]);
  return Object.fromEntries(named.filter(([, cell]) => cell.trim() !== ""));
}

/** Why a table cannot be read as it is; `details.columns` are what there is to choose from. */
export function noArticleColumns(what: string, columns: readonly string[]): AppError {
  const fault = faultOfHeader(columns);
  return new AppError(
    "invalid_input",
    `${what} does not name a text and a headline or a date in its first row. ${fault ? `${fault} ` : tell(columns)}Nothing was stored. Please say which column is which, or name them.`,
    { details: { columns: columns.slice(0, MAX_COLUMNS) } },
  );
}

type Choosing = { columns?: ColumnChoices | undefined; choose?: ChooseColumns | undefined };

/**
 * The choice for the columns of a table, null where it is to be left unread. Throws where it cannot be
 * read: nobody chose, and its names do not say enough.
 */
export function chooseFor(
  table: { what: string; path: string; header: string[]; sample: JsonObject[] },
  { columns, choose }: Choosing,
): ColumnChoices | null {
  const { what, path, header, sample } = table;
  if (columns) {
    checkChoices(header, columns);
    return columns;
  }
  const fields = mapColumns(header).map(({ field }) => field);
  const isClear = isClearly(fields) && !fields.includes(null);
  const seen = { path, columns: header, sample, isClear, isGuess: false };
  const chosen = choose && faultOfHeader(header) === null ? choose(seen) : undefined;
  if (chosen === undefined && !areArticleColumns(header)) throw noArticleColumns(what, header);
  return chosen === undefined ? {} : chosen;
}

/** True where headline and text are among the fields. */
export function isClearly(fields: readonly (string | null)[]): boolean {
  return fields.includes("headline") && (fields.includes("body") || fields.includes("summary"));
}

/** Throws where there are more columns than are read, before any is lost. */
export function checkWidth(cells: readonly string[]): void {
  if (cells.length <= MAX_COLUMNS) return;
  throw new AppError(
    "invalid_input",
    `${faultOfHeader(cells)} Nothing was stored. Please leave out those that hold nothing of an article.`,
  );
}

/** Throws where a column was chosen that a table does not have. */
export function checkChoices(header: readonly string[], choices: ColumnChoices = {}): void {
  const missing = Object.keys(choices).find((column) => !header.includes(column));
  if (missing === undefined) return;
  throw new AppError(
    "invalid_input",
    `There is no column “${missing.slice(0, 100)}”. ${tell(header)}Nothing was stored. Please choose among these.`,
    { details: { columns: header.slice(0, MAX_COLUMNS) } },
  );
}

function tell(columns: readonly string[]): string {
  const told = columns.slice(0, MAX_TOLD).map((column) => `“${column.slice(0, 60)}”`);
  return told.length === 0 ? "" : `Its columns are ${told.join(", ")}. `;
}
