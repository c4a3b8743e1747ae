"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import {
  addFeed,
  askForPoll,
  editFeed,
  pauseFeed,
  removeFeed,
  restoreFeed,
  resumeFeed,
} from "#lib/feeds/mutations.ts";
import {
  feedAddressSchema,
  feedFieldsSchema,
  feedIdSchema,
  type FeedFields,
} from "#lib/feeds/schema.ts";
import { tryFeed } from "#lib/feeds/try-feed.ts";
import type { FeedPreview } from "#lib/feeds/types.ts";
import { answerForm, textOf, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

export type FollowState = FormState & { found?: FeedPreview };

/**
 * Looks at what stands at an address and shows it; once that was shown and is to be followed, follows
 * it and opens it.
 */
export async function followFeedAction(
  previous: FollowState,
  form: FormData,
): Promise<FollowState> {
  let found = previous.found;
  const state = await answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const address = parseInput(feedAddressSchema, textOf(form, "address"), "address");
    if (textOf(form, "intent") === "follow" && found?.address === address) {
      const id = await addFeed(address, fieldsOf(form), toActor(user));
      redirect(`/admin/feeds/${id}`);
    }
    found = undefined;
    found = await tryFeed(address);
  });
  if (state.status !== "done" || !found) return { ...state, found };
  return { ...state, found, values: { address: [found.address] } };
}

/** Changes how a feed is followed. */
export async function editFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await editFeed(idOf(form), fieldsOf(form), toActor(user));
    return { message: "Saved." };
  });
}

/** Has a feed polled now. */
export async function pollFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await askForPoll(idOf(form), toActor(user));
    return { message: "It is polled in a moment. Load the page again to see what came of it." };
  });
}

/** Polls a feed no more until it is resumed. */
export async function pauseFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await pauseFeed(idOf(form), toActor(user));
  });
}

/** Polls a paused feed at once and then as before. */
export async function resumeFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await resumeFeed(idOf(form), toActor(user));
  });
}

/** Follows a feed no more; it can be followed again for 30 days. */
export async function removeFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await removeFeed(idOf(form), toActor(user));
  });
}

/** Follows a removed feed again. */
export async function restoreFeedAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await restoreFeed(idOf(form), toActor(user));
  });
}

function idOf(form: FormData): string {
  return parseInput(feedIdSchema, textOf(form, "feedId"), "feedId");
}

const PUBLISHES = new Map([
  ["yes", true],
  ["no", false],
]);

function fieldsOf(form: FormData): FeedFields {
  return parseInput(feedFieldsSchema, {
    title: textOf(form, "title"),
    outletId: textOf(form, "outletId"),
    intervalMinutes: textOf(form, "intervalMinutes"),
    fetchesFullText: textOf(form, "fetchesFullText") === "yes",
    rights: textOf(form, "rights"),
    publishesItself: PUBLISHES.get(textOf(form, "publishesItself")) ?? null,
    topicIds: textsOf(form, "topicIds"),
  });
}
