"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textOf, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { addOutlet, editOutlet, mergeOutlet, undoOutletMerge } from "#lib/outlets/mutations.ts";
import { outletFieldsSchema, outletIdSchema, type OutletFields } from "#lib/outlets/schema.ts";

/** Adds an outlet and opens it. */
export async function addOutletAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = await addOutlet(fieldsOf(form), toActor(user));
    redirect(`/admin/outlets/${id}`);
  });
}

/** Changes an outlet. */
export async function editOutletAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await editOutlet(idOf(form, "outletId"), fieldsOf(form), toActor(user));
    return { message: "Saved." };
  });
}

/** Merges an outlet into another and shows what became of it. */
export async function mergeOutletAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, into] = [idOf(form, "outletId"), idOf(form, "into")];
    await mergeOutlet({ id, into }, toActor(user));
    redirect(`/admin/outlets/${id}`);
  });
}

/** Parts two outlets again. */
export async function undoOutletMergeAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form, "outletId");
    await undoOutletMerge(id, toActor(user));
    redirect(`/admin/outlets/${id}`);
  });
}

function idOf(form: FormData, name: string): string {
  return parseInput(outletIdSchema, textOf(form, name), name);
}

function fieldsOf(form: FormData): OutletFields {
  return parseInput(outletFieldsSchema, {
    name: textOf(form, "name"),
    country: textOf(form, "country"),
    homepageUrl: textOf(form, "homepageUrl").trim(),
    timeZone: textOf(form, "timeZone"),
    defaultRights: textOf(form, "defaultRights"),
    defaultTopicIds: textsOf(form, "defaultTopicIds"),
    publishesItself: textOf(form, "publishesItself") === "yes",
  });
}
