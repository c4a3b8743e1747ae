"use server";

import { redirect } from "next/navigation";
import { mergeActor, undoActorMerge } from "#lib/actors/mutations-merge.ts";
import { addActor, editActor } from "#lib/actors/mutations.ts";
import { actorFieldsSchema, actorIdSchema, type ActorFields } from "#lib/actors/schema.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textOf, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { previewProposal } from "#lib/understanding/data-preview.ts";
import { proposeActor } from "#lib/understanding/data-proposal.ts";
import { beginRun } from "#lib/understanding/mutations.ts";
import { definitionIntentSchema } from "#lib/understanding/schema.ts";
import type { DefinitionPreview, DefinitionState } from "#lib/understanding/types.ts";

/** Adds a person, organisation or country and opens it. */
export async function addActorAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = await addActor(fieldsOf(form), toActor(user));
    redirect(`/admin/people/${id}`);
  });
}

/** Changes a person, organisation or country, or says what that would change in articles. */
export async function editActorAction(
  previous: DefinitionState,
  form: FormData,
): Promise<DefinitionState> {
  let preview: DefinitionPreview | undefined;
  const state = await answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, fields] = [idOf(form, "actorId"), fieldsOf(form)];
    const intent = definitionIntentSchema.parse(textOf(form, "intent"));
    if (intent === "save") {
      await editActor(id, fields, toActor(user));
      return { message: "Saved." };
    }
    const proposal = await proposeActor(id, fields);
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

/** Merges one into another of its kind and shows what became of it. */
export async function mergeActorAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, into] = [idOf(form, "actorId"), idOf(form, "into")];
    await mergeActor({ id, into }, toActor(user));
    redirect(`/admin/people/${id}`);
  });
}

/** Parts two again. */
export async function undoActorMergeAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form, "actorId");
    await undoActorMerge(id, toActor(user));
    redirect(`/admin/people/${id}`);
  });
}

function idOf(form: FormData, name: string): string {
  return parseInput(actorIdSchema, textOf(form, name).trim(), name);
}

function fieldsOf(form: FormData): ActorFields {
  const starts = textsOf(form, "heldFrom");
  const ends = textsOf(form, "heldTo");
  return parseInput(actorFieldsSchema, {
    kind: textOf(form, "kind"),
    name: textOf(form, "name"),
    country: textOf(form, "country"),
    description: textOf(form, "description"),
    wikidataId: textOf(form, "wikidataId"),
    aliases: textOf(form, "aliases").split("\n"),
    offices: textsOf(form, "title").map((title, i) => ({
      title,
      heldFrom: starts[i] ?? "",
      heldTo: ends[i] ?? "",
    })),
  });
}
