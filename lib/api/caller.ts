import { isAtLeast } from "#lib/auth/role.ts";
import type { CurrentUser } from "#lib/auth/types.ts";
import { AppError } from "#lib/errors.ts";

/** True for someone who may see drafts. */
export function isEditor(user: CurrentUser | null): boolean {
  return user !== null && isAtLeast(user.role, "editor");
}

/** The gate where only some of what a route answers is for editors. */
export function requireEditor(user: CurrentUser | null): void {
  if (isEditor(user)) return;
  if (!user) throw new AppError("unauthenticated", "Only editors see this. Please send a token.");
  throw new AppError("forbidden", `This needs the role editor; yours is ${user.role}.`);
}

/** The token's owner as the one who acts, for mutations and their audit entries. */
export function toApiActor(user: CurrentUser | null): { userId: string | null; agent: string } {
  return { userId: user?.id ?? null, agent: "API" };
}
