import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { getSessionUser } from "#lib/auth/data.ts";
import { signInPath } from "#lib/auth/return-path.ts";
import { isAtLeast, type Role } from "#lib/auth/role.ts";
import { readSession } from "#lib/auth/session.ts";
import type { CurrentUser } from "#lib/auth/types.ts";
import type { Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

/**
 * The person signed in, or null. Read from the database once in each request, so that a changed
 * role, a changed password and a disabled account take effect at the next click.
 */
export const getCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const claims = await readSession();
  return claims && getSessionUser(claims);
});

/**
 * The gate of every server action and route handler. Throws `AppError` "unauthenticated" or
 * "forbidden". Pages use `requirePageRole`.
 */
export async function requireRole(role: Role): Promise<CurrentUser> {
  const user = await getCurrentUser();
  if (!user) throw new AppError("unauthenticated", "You are signed out. Please sign in again.");
  if (!isAtLeast(user.role, role)) {
    throw new AppError("forbidden", `This needs the role ${role}; yours is ${user.role}.`);
  }
  return user;
}

/**
 * The gate of every admin page, called by the page itself, since a layout is not rendered anew at
 * each navigation. Leads to the sign-in form and back, or shows the page for 403.
 */
export async function requirePageRole(role: Role): Promise<CurrentUser> {
  const user = await getCurrentUser();
  if (!user) redirect(signInPath(getRequestContext().path));
  if (!isAtLeast(user.role, role)) forbidden();
  return user;
}

/** The person as the one who acts, for mutations and their audit entries. */
export function toActor(user: CurrentUser): Actor {
  return { userId: user.id, agent: "admin pages" };
}
