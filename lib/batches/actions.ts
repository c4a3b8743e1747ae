"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import {
  cancelBatch,
  importDryRun,
  pauseBatch,
  resumeBatch,
  retryFailed,
  undoBatch,
} from "#lib/batches/mutations.ts";
import { batchIdSchema, batchRetrySchema, batchUndoSchema } from "#lib/batches/schema.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Pauses a batch; the group under way is its last. */
export async function pauseBatchAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, pauseBatch);
}

/** Goes on with a paused batch. */
export async function resumeBatchAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, resumeBatch);
}

/** Ends a batch early. */
export async function cancelBatchAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, cancelBatch);
}

/** Imports what a dry run only looked at. */
export async function importDryRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, importDryRun);
}

/** Puts what a batch made into the bin. */
export async function undoBatchAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, (id, actor) => {
    const { edited } = parseInput(batchUndoSchema, Object.fromEntries(form));
    return undoBatch(id, { takeEdited: edited === "take" }, actor);
  });
}

/** Tries again what failed: one item, or all. */
export async function retryFailedAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeBatch(previous, form, (id, actor) => {
    const { position } = parseInput(batchRetrySchema, Object.fromEntries(form));
    return retryFailed(id, position, actor);
  });
}

type Change = (id: string, actor: Parameters<typeof pauseBatch>[1]) => Promise<void>;

/** Leads back to the batch, whose page then shows what it is. */
async function changeBatch(
  previous: FormState,
  form: FormData,
  change: Change,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = parseInput(batchIdSchema, textOf(form, "batchId"), "batchId");
    await change(id, toActor(editor));
    redirect(`/admin/batches/${id}`);
  });
}
