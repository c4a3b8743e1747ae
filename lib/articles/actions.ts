"use server";

import { redirect } from "next/navigation";
import { mergeFields } from "#lib/articles/compare-fields.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { answerDraftFailure } from "#lib/articles/draft-failure.ts";
import { readDraftForm, type SentDraft } from "#lib/articles/draft-form.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { publishArticle } from "#lib/articles/mutations.ts";
import { articleFieldsSchema, articleIdSchema, type ArticleFields } from "#lib/articles/schema.ts";
import { takeUnused } from "#lib/articles/take-unused.ts";
import type { DraftFormState } from "#lib/articles/types-admin.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { getOriginalText } from "#lib/originals/data.ts";

/**
 * Saves the explained draft's form, and publishes or previews where its button says so. Leads on
 * where that went well; else answers with everything as it was typed.
 */
export async function saveDraftAction(
  previous: DraftFormState,
  form: FormData,
): Promise<DraftFormState> {
  const sent = readDraftForm(form);
  const { id } = sent;
  let version = sent.baseVersion;
  try {
    const actor = toActor(await requireRole("editor"));
    parseInput(articleIdSchema, id, "articleId");
    const { fields, taken } = await resolveFields(sent);
    const changes = parseInput(articleFieldsSchema, fields);
    ({ version } = await saveArticle(id, changes, { baseVersion: version, taken }, actor));
    if (sent.intent === "publish") await publishArticle(id, actor);
  } catch (error) {
    return await answerDraftFailure(error, { sent, version, answers: previous.answers + 1 });
  }
  redirect(addressAfter(sent, version));
}

/** What was typed, with the other editor's values where they were chosen and what was taken. */
async function resolveFields({ id, fields, baseVersion, theirs, takes }: SentDraft) {
  if (theirs.length === 0 && takes.length === 0) return { fields, taken: [] };
  const state = await getArticleState(id);
  if (!state) throw new AppError("not_found", "There is no such article.");
  const isCurrent = state.version === baseVersion;
  const merged: ArticleFields = isCurrent ? mergeFields(fields, state.fields, theirs) : fields;
  const original = takes.length > 0 ? await getOriginalText(state.originalId) : null;
  return takeUnused(original?.text ?? "", merged, state.places, takes);
}

function addressAfter({ id, intent }: SentDraft, version: number): string {
  if (intent === "preview") return `/admin/articles/${id}/preview`;
  return `/admin/articles/${id}?done=${intent === "publish" ? "published" : `saved-${version}`}`;
}
