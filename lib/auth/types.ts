import type { Role } from "#lib/auth/role.ts";

/** The person behind a request, as the database has them at that moment. */
export type CurrentUser = { id: string; email: string; name: string; role: Role };

/** What a session says: whose it is, and of which generation of that person's sessions. */
export type SessionClaims = { userId: string; sessionVersion: number };

/** A person and what is needed to let them in. */
export type SignInRecord = CurrentUser & {
  passwordHash: string | null;
  sessionVersion: number;
  disabledAt: Date | null;
};
