"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { suggestEventsJob } from "#lib/happenings/job.ts";
import {
  acceptSuggestion,
  linkSuggestion,
  rejectSuggestion,
  undoSuggestion,
} from "#lib/happenings/mutations-decide.ts";
import { mergeSuggestion, splitSuggestion, undoSplit } from "#lib/happenings/mutations-merge.ts";
import {
  acceptSchema,
  linkSchema,
  mergeSchema,
  seenSuggestionSchema,
  splitSchema,
} from "#lib/happenings/schema.ts";
import { answerForm, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { sendJob } from "#lib/jobs/send.ts";

const ROOM = "/admin/suggestions";

/** Has a worker look for happenings now. */
export async function suggestEventsAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    await requireRole("editor");
    await sendJob(suggestEventsJob, {});
    return {
      message: "The archive looks through its new articles now. Reload to see how far it is.",
    };
  });
}

/** Makes an event of a suggestion. */
export async function acceptSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const acceptance = parseInput(acceptSchema, Object.fromEntries(form));
    await acceptSuggestion(acceptance, actor);
    return done(acceptance.suggestionId);
  });
}

/** Links a suggestion's articles to an event that is there. */
export async function linkSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const link = parseInput(linkSchema, Object.fromEntries(form));
    await linkSuggestion(link, actor);
    return done(link.suggestionId);
  });
}

/** Says that a suggestion is no event. */
export async function rejectSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const seen = parseInput(seenSuggestionSchema, Object.fromEntries(form));
    await rejectSuggestion(seen, actor);
    return done(seen.suggestionId);
  });
}

/** Merges a suggestion into another one, and shows that. */
export async function mergeSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const merge = parseInput(mergeSchema, Object.fromEntries(form));
    await mergeSuggestion(merge, actor);
    return done(merge.suggestionId);
  });
}

/** Makes a suggestion of its own of the chosen articles, and shows it. */
export async function splitSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const articleIds = textsOf(form, "articleIds");
    const split = parseInput(splitSchema, { ...Object.fromEntries(form), articleIds });
    return `${ROOM}/${await splitSuggestion(split, actor)}`;
  });
}

/** Puts what was split off back, and shows where it came from. */
export async function undoSplitAction(previous: FormState, form: FormData): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const seen = parseInput(seenSuggestionSchema, Object.fromEntries(form));
    return `${ROOM}/${await undoSplit(seen, actor)}`;
  });
}

/** Opens a decided suggestion again, and shows it. */
export async function undoSuggestionAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return asEditor(previous, form, async (actor) => {
    const seen = parseInput(seenSuggestionSchema, Object.fromEntries(form));
    await undoSuggestion(seen, actor);
    return `${ROOM}/${seen.suggestionId}`;
  });
}

/** Does what an editor may, and goes on to the address that it answers. */
function asEditor(
  previous: FormState,
  form: FormData,
  work: (actor: ReturnType<typeof toActor>) => Promise<string>,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    redirect(await work(toActor(editor)));
  });
}

/** The list of what is left, which says what was just done. */
function done(suggestionId: string): string {
  return `${ROOM}?done=${encodeURIComponent(suggestionId)}`;
}
