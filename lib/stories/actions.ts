"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { toAppError } from "#lib/errors.ts";
import { findEventsCalled, type EventChoice } from "#lib/events/data-cited.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { resolveTypedStory } from "#lib/stories/data-typed.ts";
import { addStory, restoreStory, saveStory, setStoryStatus } from "#lib/stories/mutations.ts";
import {
  newStorySchema,
  storyFieldsSchema,
  storyIdSchema,
  versionSchema,
  withdrawnReasonSchema,
} from "#lib/stories/schema.ts";
import { arrangeSteps, readStoryForm, readStoryIntent } from "#lib/stories/story-form.ts";

export type StoryFormState = FormState & {
  /** Events that were looked for. */
  found?: { words: string; events: EventChoice[] };
  /** Set: somebody saved this version meanwhile. */
  conflict?: { version: number; savedBy: string };
  /** The step, from 0, that a button has moved; the last where one was added. */
  movedTo?: number;
};

/** Begins a story and opens it. */
export async function addStoryAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const title = textOf(form, "title");
    const fields = parseInput(newStorySchema, { title, summary: textOf(form, "summary") });
    redirect(`/admin/stories/${await addStory(fields, toActor(user))}`);
  });
}

/** Saves a story with its steps, moved or added as its buttons say; or looks for events to add. */
export async function saveStoryAction(
  previous: StoryFormState,
  form: FormData,
): Promise<StoryFormState> {
  let found: StoryFormState["found"];
  let conflict: StoryFormState["conflict"];
  let movedTo: number | undefined;
  const state = await answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const words = textOf(form, "find").trim();
    const intent = readStoryIntent(textOf(form, "intent"), words);
    if (intent.kind === "search") {
      found = { words, events: await findEventsCalled(words) };
      return { keepsValues: true };
    }
    const typed = readStoryForm(form);
    const eventId = intent.kind === "add" ? intent.eventId : null;
    const fields = parseInput(storyFieldsSchema, await resolveTypedStory(typed, eventId));
    const positions = typed.steps.map(({ position }) => position);
    const steps = arrangeSteps(fields.steps, positions, intent);
    const save = { base: baseOf(form), fields: { ...fields, steps } };
    const version = await saveStory(idOf(form), save, toActor(user)).catch((error: unknown) => {
      const { code, details } = toAppError(error);
      if (code === "conflict")
        conflict = { version: Number(details.version), savedBy: String(details.savedBy) };
      throw error;
    });
    const moved = "index" in intent ? fields.steps[intent.index] : fields.steps.at(-1);
    if (intent.kind !== "save" && moved) movedTo = steps.indexOf(moved);
    return { message: `Saved as revision ${version}.` };
  });
  return { ...state, found, conflict, movedTo };
}

/** Brings a story back to what it was at a revision. */
export async function restoreStoryAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const number = parseInput(versionSchema, textOf(form, "number"), "number");
    const id = idOf(form);
    await restoreStory(id, { base: baseOf(form), number }, toActor(user));
    redirect(`/admin/stories/${id}`);
  });
}

/** Publishes a story, again where it was withdrawn. */
export async function publishStoryAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await setStoryStatus(idOf(form), { status: "published" }, toActor(user));
    return { message: "Published." };
  });
}

/** Withdraws a story; its address says so from then on. */
export async function withdrawStoryAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const reason = parseInput(withdrawnReasonSchema, textOf(form, "reason"), "reason");
    await setStoryStatus(idOf(form), { status: "withdrawn", reason }, toActor(user));
    return { message: "Withdrawn." };
  });
}

function idOf(form: FormData): string {
  return parseInput(storyIdSchema, textOf(form, "storyId"), "storyId");
}

/** The version that the edit began with, or the one that it is to be saved over. */
function baseOf(form: FormData): number {
  return parseInput(versionSchema, textOf(form, "over") || textOf(form, "version"), "version");
}
