"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { EVENT_FIELDS, takeFields } from "#lib/events/compare-states.ts";
import { getEventConflict, type EventConflict } from "#lib/events/data-admin.ts";
import { getEventState, getEventVersion } from "#lib/events/data-state.ts";
import { readEventForm } from "#lib/events/event-form.ts";
import { deleteEvent, restoreEvent } from "#lib/events/mutations-bin.ts";
import {
  addEvent,
  editEvent,
  restoreEventState,
  setArticleLink,
} from "#lib/events/mutations-edit.ts";
import {
  baseVersionSchema,
  eventIdSchema,
  eventLinkSchema,
  eventRevisionSchema,
} from "#lib/events/schema-editing.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

export type EventFormState = FormState & {
  /** Someone else saved in between: what there is to choose between. */
  conflict?: EventConflict;
  /** The event's version when it was answered: with a newer one on the page, the answer is old. */
  version?: number;
};

/** Adds an event and opens it. */
export async function addEventAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = await addEvent(readEventForm(form), toActor(user));
    redirect(`/admin/events/${id}?done=added`);
  });
}

/** Saves an event, or says what there is to choose between where somebody else has saved it since. */
export async function editEventAction(
  previous: EventFormState,
  form: FormData,
): Promise<EventFormState> {
  let conflict: EventConflict | undefined;
  const state = await answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form);
    const baseVersion = parseInput(baseVersionSchema, textOf(form, "baseVersion"));
    const mine = readEventForm(form);
    const theirs = EVENT_FIELDS.filter((field) => textOf(form, `merge.${field}`) === "theirs");
    const saved = theirs.length > 0 ? await getEventState(id) : null;
    const fields = saved ? takeFields(mine, saved.fields, theirs) : mine;
    try {
      await editEvent(id, fields, baseVersion, toActor(user));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
      conflict = (await getEventConflict(id, baseVersion, fields)) ?? undefined;
      throw error;
    }
    redirect(`/admin/events/${id}?done=saved`);
  });
  const id = textOf(form, "eventId");
  return { ...state, conflict, version: conflict?.version ?? (await getEventVersion(id)) };
}

/** Links an article with an event. */
export async function linkArticleAction(previous: FormState, form: FormData): Promise<FormState> {
  return setLink(previous, form, true);
}

/** Parts an article from an event. */
export async function unlinkArticleAction(previous: FormState, form: FormData): Promise<FormState> {
  return setLink(previous, form, false);
}

function setLink(previous: FormState, form: FormData, isLinked: boolean): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const link = parseInput(eventLinkSchema, Object.fromEntries(form));
    await setArticleLink({ ...link, isLinked }, toActor(user));
    const query = new URLSearchParams({ done: isLinked ? "linked" : "unlinked" });
    if (textOf(form, "find")) query.set("find", textOf(form, "find"));
    redirect(`/admin/events/${link.eventId}?${query}#articles`);
  });
}

/** Makes a saved state the present one again. */
export async function restoreEventStateAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const { eventId, number } = parseInput(eventRevisionSchema, Object.fromEntries(form));
    await restoreEventState(eventId, number, toActor(user));
    redirect(`/admin/events/${eventId}?done=restored`);
  });
}

/** Puts an event into the bin and shows that. */
export async function deleteEventAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await deleteEvent(idOf(form), toActor(user));
    redirect("/admin/bin#events");
  });
}

/** Takes an event out of the bin and opens it. */
export async function restoreEventAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = idOf(form);
    await restoreEvent(id, toActor(user));
    redirect(`/admin/events/${id}?done=restored`);
  });
}

function idOf(form: FormData): string {
  return parseInput(eventIdSchema, textOf(form, "eventId"), "eventId");
}
