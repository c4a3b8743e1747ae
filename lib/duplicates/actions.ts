"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { decidePair, undoPairDecision } from "#lib/duplicates/mutations-decide.ts";
import { pairDecisionSchema, pairUndoSchema } from "#lib/duplicates/schema.ts";
import { answerForm } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Records what an editor says a pair of articles is, and goes on to those that are left. */
export async function decidePairAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { pairId, decision, keep } = parseInput(pairDecisionSchema, Object.fromEntries(form));
    await decidePair(pairId, decision, toActor(editor), keep);
    redirect(`/admin/duplicates?decided=${encodeURIComponent(pairId)}`);
  });
}

/** Opens a decided pair again, and shows it. */
export async function undoPairDecisionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { pairId } = parseInput(pairUndoSchema, Object.fromEntries(form));
    await undoPairDecision(pairId, toActor(editor));
    redirect(`/admin/duplicates/${pairId}`);
  });
}
