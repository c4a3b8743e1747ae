import { z } from "zod";
import { ARTICLE_FIELDS } from "#lib/ingest/schema.ts";

export { ARTICLE_FIELDS };

const MAX_NAME_CHARACTERS = 200;

export const columnMappingIdSchema = z.uuid("These are not remembered columns.");

/** What a person chose for a column; "" is nothing. */
const chosenFieldSchema = z
  .enum(["", ...ARTICLE_FIELDS], "Please choose one of the list.")
  .transform((field) => field || null);

export const columnNameSchema = z
  .string()
  .trim()
  .min(1, "Please give a name.")
  .max(MAX_NAME_CHARACTERS, `At most ${MAX_NAME_CHARACTERS} characters.`);

/** Under what name a form sends the field of a column of one of its tables. */
export function fieldInputName(table: string, column: number): string {
  return `field-${table}-${column}`;
}

/** What a form says about the columns of a table: a field of each. Throws what zod does. */
export function parseChosenFields(form: FormData, table: string, columns: readonly string[]) {
  const sent = columns.map((_, i) => form.get(fieldInputName(table, i)) ?? "");
  const fields = z.array(chosenFieldSchema).parse(sent);
  return columns.map((column, i) => ({ column, field: fields[i] ?? null }));
}
