/** A choice of columns as it is written on a command line. */
import { AppError } from "#lib/errors.ts";
import type { ColumnChoices } from "./column-choices.ts";
import { ARTICLE_FIELDS, mapColumns, type ArticleField } from "./columns.ts";

/**
 * The choice in `headline=Title,body=Text,publishedOn=Date`: a field, or any name that is known for one,
 * and the column's name as it stands in the table. `-` for a field leaves the column unread. Throws
 * `AppError` "invalid_input", and says what may stand there.
 */
export function parseColumnChoices(written: string): ColumnChoices {
  const choices: ColumnChoices = {};
  for (const part of written.split(",")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(0, equals)).trim();
    const column = part.slice(equals + 1).trim();
    const field = fieldOf(name);
    if (equals < 0 || column === "") throw wrongChoice(`“${part.trim()}” is no field=Column.`);
    if (field === undefined) throw wrongChoice(`“${name}” is no field of an article.`);
    if (Object.hasOwn(choices, column)) throw wrongChoice(`“${column}” is named twice.`);
    Object.defineProperty(choices, column, { value: field, enumerable: true });
  }
  return choices;
}

function fieldOf(name: string): ArticleField | null | undefined {
  if (name === "-") return null;
  return mapColumns([name])[0]?.field ?? undefined;
}

function wrongChoice(why: string): AppError {
  return new AppError(
    "invalid_input",
    `${why} Nothing was read. Write headline=Title,body=Text; before the = may stand ${ARTICLE_FIELDS.join(", ")}, or - for a column to be left out.`,
  );
}
