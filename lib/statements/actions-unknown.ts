"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { nameSpeaker } from "#lib/statements/mutations-unknown.ts";
import { speakerNamingSchema } from "#lib/statements/schema-unknown.ts";
import { reviewPath } from "#lib/statements/schema-review.ts";

/** Says who a speaker is whom the archive did not know, and opens what they said for review. */
export async function nameSpeakerAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const actor = toActor(await requireRole("editor"));
    const naming = parseInput(speakerNamingSchema, {
      speakerText: textOf(form, "speakerText"),
      speaker: textOf(form, "speaker"),
      addAs: textOf(form, "addAs"),
    });
    const { actorId, statementId } = await nameSpeaker(naming, actor);
    redirect(reviewPath({ speaker: actorId, done: statementId }));
  });
}
