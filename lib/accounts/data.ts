import { database } from "#lib/db/client.ts";
import { hashToken } from "#lib/auth/one-way-token.ts";
import type { ApiTokenItem, Invitation, UserItem } from "#lib/accounts/types.ts";

/** An admin who can sign in: while there is none, the set-up link is open. */
export const WORKING_ADMIN = {
  role: "admin",
  disabledAt: null,
  passwordHash: { not: null },
} as const;

/** True once somebody can sign in as admin. */
export async function hasAdmin(): Promise<boolean> {
  return (await database.user.count({ where: WORKING_ADMIN })) > 0;
}

/** True while this set-up link can still be used. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const open = await database.userToken.count({
    where: {
      tokenHash: hashToken(token),
      purpose: "setup",
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
  });
  return open > 0 && !(await hasAdmin());
}

/** Whom an invitation is for, or null where it is unknown, used, expired or they are disabled. */
export async function getInvitation(token: string): Promise<Invitation | null> {
  const invitation = await database.userToken.findUnique({
    where: {
      tokenHash: hashToken(token),
      purpose: "invitation",
      usedAt: null,
      expiresAt: { gt: new Date() },
      user: { disabledAt: null },
    },
    select: { user: { select: { id: true, email: true, name: true } } },
  });
  return invitation?.user ?? null;
}

const USER_ITEM = {
  id: true,
  email: true,
  name: true,
  role: true,
  createdAt: true,
  lastSignInAt: true,
  disabledAt: true,
  passwordHash: true,
} as const;

type UserRow = Omit<UserItem, "isInvited"> & { passwordHash: string | null };

function toUserItem({ passwordHash, ...user }: UserRow): UserItem {
  return { ...user, isInvited: passwordHash === null };
}

/** Everybody with an account, by name. */
export async function listUsers(): Promise<UserItem[]> {
  const users = await database.user.findMany({ orderBy: { name: "asc" }, select: USER_ITEM });
  return users.map(toUserItem);
}

/** One account, or null. */
export async function getUser(id: string): Promise<UserItem | null> {
  const user = await database.user.findUnique({ where: { id }, select: USER_ITEM });
  return user && toUserItem(user);
}

/** API tokens that still work, newest first: of one person, or of everybody. */
export async function listApiTokens(userId?: string): Promise<ApiTokenItem[]> {
  const tokens = await database.apiToken.findMany({
    where: { revokedAt: null, ...(userId && { userId }) },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      name: true,
      createdAt: true,
      lastUsedAt: true,
      user: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  return tokens.map(({ user: { disabledAt, ...owner }, ...token }) => ({
    ...token,
    owner,
    isAsleep: disabledAt !== null,
  }));
}
