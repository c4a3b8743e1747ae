import { randomUUID } from "node:crypto";
import type { Role } from "#lib/auth/role.ts";
import { mintSessionCookie } from "#lib/auth/session.ts";
import { database } from "#lib/db/client.ts";

export type TestUser = { id: string; email: string; name: string; role: Role };

/** A person with this role and no password, who can only be signed in by a minted cookie. */
export async function createTestUser(role: Role): Promise<TestUser> {
  const mark = randomUUID().slice(0, 8);
  return database.user.create({
    data: { email: `${role}-${mark}@example.org`, name: `Test ${role} ${mark}`, role },
    select: { id: true, email: true, name: true, role: true },
  });
}

/** The cookie that signs this person in, as their sessions stand now. */
export async function mintCookieFor(userId: string): Promise<{ name: string; value: string }> {
  const { sessionVersion } = await database.user.findUniqueOrThrow({
    where: { id: userId },
    select: { sessionVersion: true },
  });
  const { name, value } = await mintSessionCookie({ userId, sessionVersion });
  return { name, value };
}

/** Ends a test user's rights. The row stays, since what they did in the audit names them. */
export async function disableTestUser(userId: string): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
}
