"use server";

import { redirect } from "next/navigation";
import { getRevision } from "#lib/articles/data-admin.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import {
  deleteArticle,
  publishArticle,
  republishArticle,
  restoreArticle,
  setArticleVerification,
  withdrawArticle,
} from "#lib/articles/mutations.ts";
import { articleIdSchema, restorationSchema, withdrawalSchema } from "#lib/articles/schema.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

const articleIdOf = (form: FormData) =>
  parseInput(articleIdSchema, textOf(form, "articleId"), "articleId");

/** Publishes a draft as it is saved, and leads to it. */
export async function publishArticleAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    await publishArticle(id, toActor(editor));
    redirect(`/admin/articles/${id}?done=published`);
  });
}

/** Takes a published article back, with the reason its address will give. */
export async function withdrawArticleAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    const { reason } = parseInput(withdrawalSchema, { reason: textOf(form, "reason") });
    await withdrawArticle(id, reason, toActor(editor));
    redirect(`/admin/articles/${id}?done=withdrawn`);
  });
}

/** Makes a withdrawn article public again. */
export async function republishArticleAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    await republishArticle(id, toActor(editor));
    redirect(`/admin/articles/${id}?done=published`);
  });
}

/** Puts an article into the bin and leads to the list, where it can be undone at once. */
export async function deleteArticleAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    await deleteArticle(id, toActor(editor));
    redirect(`/admin/articles?deleted=${id}`);
  });
}

/** Takes an article out of the bin and leads to it. */
export async function restoreArticleAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    await restoreArticle(id, toActor(editor));
    redirect(`/admin/articles/${id}?done=restored`);
  });
}

/** Records that an article was checked against its sources, or takes that back. */
export async function verifyArticleAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const isUndone = textOf(form, "verification") === "to_verify";
    const verification = isUndone ? "to_verify" : "verified";
    await setArticleVerification(articleIdOf(form), verification, toActor(editor));
    redirect(`/admin/review?${isUndone ? "undone" : "article"}=${articleIdOf(form)}`);
  });
}

/** Saves an earlier state of an article as its newest. */
export async function restoreRevisionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const id = articleIdOf(form);
    const given = parseInput(restorationSchema, Object.fromEntries(form));
    const revision = await getRevision(id, given.number);
    if (!revision) throw new AppError("not_found", "There is no such revision.");
    const note = `Restored from revision ${given.number}`;
    const options = { baseVersion: given.baseVersion, note, revision: given.number };
    const { version } = await saveArticle(id, revision.fields, options, toActor(editor));
    redirect(`/admin/articles/${id}?done=saved-${version}`);
  });
}
