"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import {
  applyRun,
  beginRun,
  cancelRun,
  pauseRun,
  resumeRun,
} from "#lib/understanding/mutations.ts";
import { runIdSchema, runKindSchema } from "#lib/understanding/schema.ts";

/** Has the archive understood anew, or only said what that would change. */
export async function beginRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const isDryRun = parseInput(runKindSchema, textOf(form, "kind"), "kind");
    redirect(`/admin/understanding/${await beginRun({ isDryRun }, toActor(editor))}`);
  });
}

/** Pauses a run; the articles under way are its last. */
export async function pauseRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeRun(previous, form, pauseRun);
}

/** Goes on with a paused run. */
export async function resumeRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeRun(previous, form, resumeRun);
}

/** Ends a run early. */
export async function cancelRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeRun(previous, form, cancelRun);
}

/** Does what a dry run has shown. */
export async function applyRunAction(previous: FormState, form: FormData): Promise<FormState> {
  return changeRun(previous, form, applyRun);
}

type Change = (id: string, actor: Parameters<typeof pauseRun>[1]) => Promise<string | void>;

/** Leads to the run, or to the one that came of it; its page then shows what it is. */
async function changeRun(previous: FormState, form: FormData, change: Change): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = parseInput(runIdSchema, textOf(form, "runId"), "runId");
    const next = await change(id, toActor(editor));
    redirect(`/admin/understanding/${next ?? id}`);
  });
}
