import type { Role } from "#lib/auth/role.ts";

export type Invitation = { id: string; email: string; name: string };

export type UserItem = {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  lastSignInAt: Date | null;
  disabledAt: Date | null;
  /** No password chosen yet. */
  isInvited: boolean;
};

export type ApiTokenItem = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  owner: { id: string; name: string; role: Role };
  /** Its owner is disabled: it works again when they are enabled. */
  isAsleep: boolean;
};
