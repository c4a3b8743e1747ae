"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { setEventVerification } from "#lib/events/mutations.ts";
import { eventVerificationSchema } from "#lib/events/schema.ts";
import { answerForm } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Records that an event was checked against its sources, or takes that back, and goes on. */
export async function verifyEventAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { eventId, verification } = parseInput(eventVerificationSchema, Object.fromEntries(form));
    await setEventVerification(eventId, verification, toActor(editor));
    const name = verification === "verified" ? "event" : "undone";
    redirect(`/admin/review?${name}=${encodeURIComponent(eventId)}`);
  });
}
