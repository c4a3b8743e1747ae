"use server";

import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { getColumnMapping } from "#lib/columns/data.ts";
import { editColumns, removeColumns, restoreColumns } from "#lib/columns/mutations.ts";
import { columnMappingIdSchema, columnNameSchema, parseChosenFields } from "#lib/columns/schema.ts";
import { AppError } from "#lib/errors.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Changes which column holds what, for tables to come. */
export async function editColumnsAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form);
    const mapping = await getColumnMapping(id);
    if (!mapping) throw new AppError("not_found", "There are no such remembered columns.");
    const name = parseInput(columnNameSchema, textOf(form, "name"), "name");
    const columns = mapping.fields.map(({ column }) => column);
    await editColumns(id, { name, fields: parseChosenFields(form, id, columns) }, toActor(user));
    return { message: "Saved. Files that come from now on are read so." };
  });
}

/** Uses remembered columns no more; they can be taken back for 30 days. */
export async function removeColumnsAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await removeColumns(idOf(form), toActor(user));
  });
}

/** Uses removed columns again. */
export async function restoreColumnsAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await restoreColumns(idOf(form), toActor(user));
  });
}

function idOf(form: FormData): string {
  return parseInput(columnMappingIdSchema, textOf(form, "columnsId"), "columnsId");
}
