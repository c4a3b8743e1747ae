"use server";

import { redirect } from "next/navigation";
import { setReadingAside, takeReading } from "#lib/articles/mutations-readings.ts";
import { setAsideSchema, takeOverSchema } from "#lib/articles/schema.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Makes a version of the article's page its newest revision, and leads to the article. */
export async function takeVersionAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const given = { ...Object.fromEntries(form), takes: textsOf(form, "takes") };
    const { articleId, originalId, ...options } = parseInput(takeOverSchema, given);
    const { version } = await takeReading(articleId, originalId, options, toActor(editor));
    redirect(`/admin/articles/${articleId}?done=saved-${version}`);
  });
}

/** Says that a version is not to become the article's text, and goes on to those that wait. */
export async function setVersionAsideAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { articleId, originalId } = parseInput(setAsideSchema, Object.fromEntries(form));
    await setReadingAside(articleId, originalId, toActor(editor));
    redirect(`/admin/articles/${articleId}/versions/${originalId}`);
  });
}
