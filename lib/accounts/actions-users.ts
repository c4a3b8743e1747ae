"use server";

import { createApiToken, revokeApiToken } from "#lib/accounts/mutations.ts";
import {
  disableUser,
  enableUser,
  inviteUser,
  renewInvitation,
  setUserRole,
} from "#lib/accounts/mutations-users.ts";
import { inviteSchema, roleSchema, tokenIdSchema, userIdSchema } from "#lib/accounts/schema.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { isAtLeast } from "#lib/auth/role.ts";
import { getEnv } from "#lib/env.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState, HandOver } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Makes an account and shows the link by which its owner gets in. */
export async function inviteUserAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const admin = await requireRole("admin");
    const given = parseInput(inviteSchema, Object.fromEntries(form));
    const { path } = await inviteUser(given, toActor(admin));
    return { message: `${given.name} is invited.`, handOver: toHandOver(path, given.name) };
  });
}

/** Makes a new one-time link for somebody who lost theirs, or their password. */
export async function renewInvitationAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const admin = await requireRole("admin");
    const path = await renewInvitation(userIdOf(form), toActor(admin));
    return { handOver: toHandOver(path, "them") };
  });
}

function toHandOver(path: string, name: string): HandOver {
  return {
    label: `One-time link, good for seven days; give it to ${name} in private`,
    text: getEnv().ARCHIVE_URL + path,
  };
}

/** Gives a person another role. */
export async function setUserRoleAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const admin = await requireRole("admin");
    const role = parseInput(roleSchema, textOf(form, "role"), "role");
    await setUserRole({ userId: userIdOf(form), role }, toActor(admin));
    return { message: `The role is ${role} now. What was signed in before has ended.` };
  });
}

/** Shuts a person out. */
export async function disableUserAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const admin = await requireRole("admin");
    await disableUser(userIdOf(form), toActor(admin));
    return { message: "Disabled. Nothing of theirs is signed in any more." };
  });
}

/** Lets a disabled person in again. */
export async function enableUserAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const admin = await requireRole("admin");
    await enableUser(userIdOf(form), toActor(admin));
    return { message: "Enabled: they can sign in again." };
  });
}

/** Makes an API token for oneself and shows it this once. */
export async function createTokenAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const name = textOf(form, "name");
    const { token } = await createApiToken({ userId: user.id, name }, toActor(user));
    return { message: "The token is made.", handOver: { label: "API token", text: token } };
  });
}

/** Ends an API token: one's own, or as admin anybody's. */
export async function revokeTokenAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("editor");
    const id = parseInput(tokenIdSchema, textOf(form, "tokenId"), "tokenId");
    const ownerId = isAtLeast(user.role, "admin") ? undefined : user.id;
    await revokeApiToken({ id, ownerId }, toActor(user));
    return { message: "Revoked: it no longer works." };
  });
}

function userIdOf(form: FormData): string {
  return parseInput(userIdSchema, textOf(form, "userId"), "userId");
}
