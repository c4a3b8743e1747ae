/** By what the columns of a table are known again, whatever their order. */
import { createHash } from "node:crypto";
import { inFigures } from "#lib/text/counted.ts";
import type { ColumnChoices } from "./column-choices.ts";
import { areArticleColumns, mapColumns, type ColumnField } from "./columns.ts";

/** Columns of a table, or keys of objects, that are read and can be chosen for; the rest is no table. */
export const MAX_COLUMNS = 500;
export const MAX_COLUMN_CHARACTERS = 200;
export const MAX_HEADER_CHARACTERS = 20_000;

/** The same for the same names in any order: a SHA-256 in hexadecimal digits. */
export function shapeOfColumns(columns: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(columns.toSorted())).digest("hex");
}

/** What each column holds by its name alone. */
export function fieldsByName(columns: readonly string[]): ColumnField[] {
  return mapColumns(columns).map(({ column, field }) => ({ column, field }));
}

/** What columns hold, and of some of them what was said instead; null where nothing was said of these. */
export function fieldsAsSaid(
  fields: readonly ColumnField[],
  said: readonly ColumnField[],
): ColumnField[] | null {
  const of = new Map(said.map(({ column, field }) => [column, field]));
  if (!fields.some(({ column }) => of.has(column))) return null;
  const taken = new Set(of.values());
  return fields.map(({ column, field }) => {
    const own = of.get(column);
    if (own !== undefined) return { column, field: own };
    // What was said to hold a field drives out what held it.
    return { column, field: taken.has(field) ? null : field };
  });
}

/**
 * What has to be chosen so that a table is read like this. Columns whose names say it already are left
 * out, so that the same row is the same bytes whether anybody chose or not.
 */
export function toChoices(fields: readonly ColumnField[]): ColumnChoices {
  const named = fieldsByName(fields.map(({ column }) => column));
  const differing = fields.filter(({ field }, i) => field !== named[i]?.field);
  // A column may be called `__proto__`.
  const choices: ColumnChoices = {};
  for (const { column, field } of differing)
    Object.defineProperty(choices, column, { value: field, enumerable: true });
  return choices;
}

/** A sentence on why nobody can say which of these columns is which; null where somebody can. */
export function faultOfHeader(columns: readonly string[]): string | null {
  if (columns.length > MAX_COLUMNS)
    return `It has ${inFigures(columns.length)} columns; at most ${MAX_COLUMNS} are read.`;
  const longest = columns.find((column) => column.length > MAX_COLUMN_CHARACTERS);
  if (longest !== undefined)
    return `The name of a column is ${inFigures(longest.length)} characters long, and may have ${MAX_COLUMN_CHARACTERS}: “${longest.slice(0, 60)}…”.`;
  if (columns.join("").length > MAX_HEADER_CHARACTERS)
    return `The names of its columns are longer than ${inFigures(MAX_HEADER_CHARACTERS)} characters together.`;
  // PostgreSQL can keep neither.
  if (columns.some((column) => column.includes("\0") || !column.isWellFormed()))
    return "The name of a column holds a character that is none.";
  return null;
}

/** A sentence on why articles cannot be read from columns like these; null where they can. */
export function faultOfFields(fields: readonly ColumnField[]): string | null {
  const chosen = fields.flatMap(({ field }) => field ?? []);
  if (areArticleColumns(chosen)) return null;
  const hasText = chosen.includes("body") || chosen.includes("summary");
  return hasText
    ? "No column holds the headline, and none the day of publication. Choose a column for one of them."
    : "No column holds the text. Choose one for “Text”, or for “Summary” where there is no more.";
}
