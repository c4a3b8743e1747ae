"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { acceptSetupLink } from "#lib/accounts/mutations.ts";
import { acceptInvitation, changePassword, endSessions } from "#lib/accounts/mutations-users.ts";
import { authenticate } from "#lib/auth/authenticate.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { getSessionUser } from "#lib/auth/data.ts";
import { toReturnPath } from "#lib/auth/return-path.ts";
import { endSession, startSession } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { answerForm, textOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

const signInSchema = z.object({
  email: z.string().trim().min(1, "Please give your e-mail."),
  password: z.string().min(1, "Please give your password."),
});

/** Signs a person in and leads them to where they were going. Open to all: it is the gate. */
export async function signInAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const given = parseInput(signInSchema, Object.fromEntries(form));
    const { clientAddress } = getRequestContext();
    const claims = await authenticate({ ...given, clientAddress });
    await startSession(claims);
    const user = await getSessionUser(claims);
    const from = textOf(form, "from");
    redirect(user?.role === "reader" && !from ? "/admin/account" : toReturnPath(from));
  });
}

/** Signs the person of this request out. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

/** Makes the first admin. Open to whoever holds the set-up link. */
export async function acceptSetupAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    requireSamePasswords(form);
    const claims = await acceptSetupLink(textOf(form, "token"), {
      email: textOf(form, "email"),
      name: textOf(form, "name"),
      password: textOf(form, "password"),
    });
    await startSession(claims);
    redirect("/admin");
  });
}

/** Sets a first or a new password. Open to whoever holds the one-time link. */
export async function acceptInvitationAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    requireSamePasswords(form);
    const claims = await acceptInvitation(textOf(form, "token"), textOf(form, "password"));
    await startSession(claims);
    const user = await getSessionUser(claims);
    redirect(user?.role === "reader" ? "/admin/account" : "/admin");
  });
}

/** Changes one's own password; other sessions end, this one goes on. */
export async function changePasswordAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("reader");
    requireSamePasswords(form);
    const claims = await changePassword(
      {
        userId: user.id,
        current: textOf(form, "currentPassword"),
        next: textOf(form, "password"),
      },
      toActor(user),
    );
    await startSession(claims);
    return { message: "Your password is changed. You are signed out everywhere else." };
  });
}

/** Ends one's sessions on other machines. */
export async function endOtherSessionsAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const user = await requireRole("reader");
    await startSession(await endSessions(user.id, toActor(user)));
    return { message: "You are signed out everywhere else." };
  });
}

function requireSamePasswords(form: FormData): void {
  if (textOf(form, "password") === textOf(form, "passwordAgain")) return;
  const different = "The two passwords are not the same.";
  throw new AppError("invalid_input", different, {
    details: { fields: { passwordAgain: different } },
  });
}
