import { database } from "#lib/db/client.ts";
import type { CurrentUser, SessionClaims, SignInRecord } from "#lib/auth/types.ts";

const CURRENT_USER = { id: true, email: true, name: true, role: true } as const;

/** The person with this e-mail (lower case), whether they may sign in or not, or null. */
export function getSignInRecord(email: string): Promise<SignInRecord | null> {
  return database.user.findUnique({
    where: { email },
    select: { ...CURRENT_USER, passwordHash: true, sessionVersion: true, disabledAt: true },
  });
}

/** The person whose session this is, or null where it was ended or the person disabled. */
export function getSessionUser(claims: SessionClaims): Promise<CurrentUser | null> {
  return database.user.findUnique({
    where: { id: claims.userId, sessionVersion: claims.sessionVersion, disabledAt: null },
    select: CURRENT_USER,
  });
}

export type TokenOwner = { tokenId: string; lastUsedAt: Date | null; user: CurrentUser };

/** The owner of the API token with this hash, or null where it is revoked or they are disabled. */
export async function getTokenOwner(tokenHash: string): Promise<TokenOwner | null> {
  const token = await database.apiToken.findUnique({
    where: { tokenHash, revokedAt: null, user: { disabledAt: null } },
    select: { id: true, lastUsedAt: true, user: { select: CURRENT_USER } },
  });
  return token && { tokenId: token.id, lastUsedAt: token.lastUsedAt, user: token.user };
}
