"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { readCommitmentForm, readEvidence } from "#lib/commitments/commitment-form.ts";
import { resolveTypedCommitment, resolveTypedEvidence } from "#lib/commitments/data-typed.ts";
import {
  addCommitment,
  editCommitment,
  restoreCommitment,
  setCommitmentWithdrawn,
} from "#lib/commitments/mutations.ts";
import {
  commitmentChangeSchema,
  commitmentFieldsSchema,
  commitmentIdSchema,
  positionSchema,
  versionSchema,
  withdrawnReasonSchema,
} from "#lib/commitments/schema.ts";
import { withChange, withoutChange } from "#lib/commitments/state-changes.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Adds a commitment and opens it. */
export async function addCommitmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const typed = await resolveTypedCommitment(readCommitmentForm(form));
    const fields = parseInput(commitmentFieldsSchema, { ...typed, changes: [] });
    redirect(`/admin/commitments/${await addCommitment(fields, toActor(user))}`);
  });
}

/** Changes what was promised, by whom and until when; its history stays. */
export async function saveCommitmentAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, base] = [idOf(form), baseOf(form)];
    const typed = await resolveTypedCommitment(readCommitmentForm(form));
    const given = parseInput(commitmentFieldsSchema, { ...typed, changes: [] });
    const edit = { base, edit: (now: typeof given) => ({ ...given, changes: now.changes }) };
    await editCommitment(id, edit, toActor(user));
    return { message: "Saved." };
  });
}

/** Records what became of a commitment, or (`position`) corrects what was recorded. */
export async function recordChangeAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, base, position] = [idOf(form), baseOf(form), positionOf(form)];
    const change = parseInput(commitmentChangeSchema, {
      ...{ state: textOf(form, "state"), day: textOf(form, "day"), note: textOf(form, "note") },
      evidence: await resolveTypedEvidence(readEvidence(form)),
    });
    const note = position > 0 ? `change ${position} corrected` : `became ${change.state}`;
    await editCommitment(id, { base, edit: withChange(change, position), note }, toActor(user));
    return { message: position > 0 ? "Corrected." : "Recorded." };
  });
}

/** Takes a change of state out of the history; the revisions keep it. */
export async function removeChangeAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const [id, base, position] = [idOf(form), baseOf(form), positionOf(form)];
    const note = `change ${position} taken out`;
    await editCommitment(id, { base, edit: withoutChange(position), note }, toActor(user));
    return { message: "Taken out." };
  });
}

/** Brings a commitment back to what it was at a revision. */
export async function restoreCommitmentAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const number = parseInput(versionSchema, textOf(form, "number"), "number");
    const id = idOf(form);
    await restoreCommitment(id, { base: baseOf(form), number }, toActor(user));
    redirect(`/admin/commitments/${id}`);
  });
}

/** Withdraws a commitment; its address says so from then on. */
export async function withdrawCommitmentAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const reason = parseInput(withdrawnReasonSchema, textOf(form, "reason"), "reason");
    await setCommitmentWithdrawn(idOf(form), reason, toActor(user));
    return { message: "Withdrawn." };
  });
}

/** Shows a withdrawn commitment again. */
export async function bringBackCommitmentAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    await setCommitmentWithdrawn(idOf(form), null, toActor(user));
    return { message: "Readers see it again." };
  });
}

function idOf(form: FormData): string {
  return parseInput(commitmentIdSchema, textOf(form, "commitmentId"), "commitmentId");
}

/** The version that the edit began with. */
function baseOf(form: FormData): number {
  return parseInput(versionSchema, textOf(form, "version"), "version");
}

/** Which change is meant, from 1; 0: a new one. */
function positionOf(form: FormData): number {
  return parseInput(positionSchema, textOf(form, "position"), "position");
}
