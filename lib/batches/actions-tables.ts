"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { listSampledTables } from "#lib/batches/data-tables.ts";
import { answerTables, type TableChoice } from "#lib/batches/mutations-tables.ts";
import { batchIdSchema, leftOutName } from "#lib/batches/schema.ts";
import { previewTables } from "#lib/batches/preview-tables.ts";
import type { BatchTable } from "#lib/batches/types.ts";
import { parseChosenFields } from "#lib/columns/schema.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import type { PreviewRow } from "#lib/ingest/types.ts";

/** With the first rows of each table as they would be read, by its shape. */
export type TablesState = FormState & { previews?: Readonly<Record<string, PreviewRow[]>> };

/** Shows how tables would be read with the columns as chosen, or has the batch read them so. */
export async function answerTablesAction(
  previous: TablesState,
  form: FormData,
): Promise<TablesState> {
  let previews = previous.previews;
  const state = await answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = parseInput(batchIdSchema, textOf(form, "batchId"), "batchId");
    const tables = await listSampledTables(id);
    const choices = new Map(tables.map((table) => [table.shape, choiceOf(form, table)]));
    previews = await previewTables(tables, choices);
    if (textOf(form, "intent") === "preview") return { message: "The rows below are read so." };
    await answerTables(id, choices, toActor(editor));
    redirect(`/admin/batches/${id}`);
  });
  return { ...state, previews, values: valuesOf(form) };
}

function choiceOf(form: FormData, { shape, fields }: BatchTable): TableChoice {
  if (textOf(form, leftOutName(shape)) === "on") return null;
  const columns = fields.map(({ column }) => column);
  return parseChosenFields(form, shape, columns);
}

/** What was chosen stays chosen, whatever the answer. */
function valuesOf(form: FormData): Record<string, string[]> {
  const sent = [...form].filter(([name]) => /^(?:field|left-out)-/.test(name));
  return Object.fromEntries(sent.map(([name, value]) => [name, [String(value)]]));
}
