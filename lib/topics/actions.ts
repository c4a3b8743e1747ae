"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { mergeTopic, undoTopicMerge } from "#lib/topics/mutations-merge.ts";
import { addTopic, editTopic } from "#lib/topics/mutations.ts";
import { topicFieldsSchema, topicIdSchema, type TopicFields } from "#lib/topics/schema.ts";
import { previewProposal } from "#lib/understanding/data-preview.ts";
import { proposeTopic } from "#lib/understanding/data-proposal.ts";
import { beginRun } from "#lib/understanding/mutations.ts";
import { definitionIntentSchema } from "#lib/understanding/schema.ts";
import type { DefinitionPreview, DefinitionState } from "#lib/understanding/types.ts";

/** Adds a topic and opens it. */
export async function addTopicAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = await addTopic(fieldsOf(form), toActor(user));
    redirect(`/admin/topics/${id}`);
  });
}

/** Changes a topic, or says what that would change in articles. */
export async function editTopicAction(
  previous: DefinitionState,
  form: FormData,
): Promise<DefinitionState> {
  let preview: DefinitionPreview | undefined;
  const state = await answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, fields] = [idOf(form, "topicId"), fieldsOf(form)];
    const intent = definitionIntentSchema.parse(textOf(form, "intent"));
    if (intent === "save") {
      await editTopic(id, fields, toActor(user));
      return { message: "Saved." };
    }
    const proposal = await proposeTopic(id, fields);
    if (intent === "foresee") {
      redirect(
        `/admin/understanding/${await beginRun({ isDryRun: true, proposal }, toActor(user))}`,
      );
    }
    preview = await previewProposal(proposal);
    return { keepsValues: true };
  });
  return { ...state, preview };
}

/** Merges a topic into another and opens that. */
export async function mergeTopicAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, into] = [idOf(form, "topicId"), idOf(form, "into")];
    await mergeTopic({ id, into }, toActor(user));
    redirect(`/admin/topics/${id}`);
  });
}

/** Parts two topics again. */
export async function undoTopicMergeAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form, "topicId");
    await undoTopicMerge(id, toActor(user));
    redirect(`/admin/topics/${id}`);
  });
}

function idOf(form: FormData, name: string): string {
  return parseInput(topicIdSchema, textOf(form, name), name);
}

function fieldsOf(form: FormData): TopicFields {
  return parseInput(topicFieldsSchema, {
    label: textOf(form, "label"),
    definition: textOf(form, "definition"),
    keywords: textOf(form, "keywords").split("\n"),
    exceptions: textOf(form, "exceptions").split("\n"),
    hitsNeeded: textOf(form, "hitsNeeded"),
    broaderId: textOf(form, "broaderId") || null,
    iptcId: textOf(form, "iptcId").trim() || null,
  });
}
