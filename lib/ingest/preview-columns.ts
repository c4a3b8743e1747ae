/** Rows of a table as they would be read, for someone to say which column is which before they are. */
import { AppError } from "#lib/errors.ts";
import { draftFromBytes } from "./pipeline.ts";
import type { JsonObject } from "./records/canonical-json.ts";
import { applyColumnChoices } from "./records/column-choices.ts";
import { toChoices } from "./records/column-shape.ts";
import type { ColumnField } from "./records/columns.ts";
import type { ArticleDraft } from "./types.ts";
import { recordItem } from "./unpacking/unpacked-item.ts";

/** A row as a draft; or the reason why there is none. */
export type PreviewRow = { draft: ArticleDraft } | { error: AppError };

/** The drafts of these rows of a table, with the fields chosen for its columns. */
export async function previewRows(
  rows: readonly JsonObject[],
  fields: readonly ColumnField[],
): Promise<PreviewRow[]> {
  const choices = toChoices(fields);
  return Promise.all(rows.map((row) => previewRow(applyColumnChoices(row, choices))));
}

async function previewRow(row: JsonObject): Promise<PreviewRow> {
  try {
    const { bytes, hint } = recordItem(row, "row");
    return { draft: await draftFromBytes(bytes, hint) };
  } catch (error) {
    if (error instanceof AppError) return { error };
    if (error instanceof RangeError)
      return { error: new AppError("invalid_input", "It is nested too deeply.") };
    throw error;
  }
}
