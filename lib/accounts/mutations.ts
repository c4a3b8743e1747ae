import { WORKING_ADMIN } from "#lib/accounts/data.ts";
import { emailSchema, newAdminSchema, tokenNameSchema } from "#lib/accounts/schema.ts";
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { hashPassword } from "#lib/auth/password.ts";
import type { SessionClaims } from "#lib/auth/types.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import { SYSTEM } from "#lib/db/kept-removed.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";

const SETUP_LINK_LIFE_MS = 24 * 60 * 60_000;
const API_TOKEN_PREFIX = "archive_";

type NewAdmin = { email: string; name: string; password: string };

/**
 * Makes an admin who can sign in, and returns what their session is to say. Throws `AppError`
 * "invalid_input" where e-mail, name or password will not do, "conflict" where the e-mail is taken.
 */
export async function createAdmin(given: NewAdmin, actor: Actor): Promise<SessionClaims> {
  const admin = parseInput(newAdminSchema, given);
  const passwordHash = await hashPassword(admin.password);
  return writeWithAudit(actor, async (tx, record) => {
    const claims = await insertAdmin(tx, { ...admin, passwordHash });
    record({
      action: "user.create",
      subject: "user",
      subjectId: claims.userId,
      details: { role: "admin" },
    });
    return claims;
  });
}

type AdminRow = { email: string; name: string; passwordHash: string; lastSignInAt?: Date };

async function insertAdmin(tx: Transaction, row: AdminRow) {
  const { email, name, passwordHash, lastSignInAt } = row;
  const [user] = await tx.user.createManyAndReturn({
    data: [{ email, name, passwordHash, lastSignInAt, role: "admin" }],
    skipDuplicates: true,
    select: { id: true, sessionVersion: true },
  });
  if (!user) {
    const taken = `There is already an account for ${email}.`;
    throw new AppError("conflict", taken, { details: { fields: { email: taken } } });
  }
  return { userId: user.id, sessionVersion: user.sessionVersion };
}

/**
 * Makes the one-time link for the first admin and returns its path. It is good for 24 hours, and
 * links made before it no longer work. Throws `AppError` "conflict" once there is an admin.
 */
export function createSetupLink(): Promise<string> {
  const token = createSecretToken();
  return writeWithAudit(SYSTEM, async (tx, record) => {
    await refuseOnceThereIsAnAdmin(tx);
    await tx.userToken.deleteMany({ where: { purpose: "setup" } });
    const tokenHash = hashToken(token);
    const expiresAt = new Date(Date.now() + SETUP_LINK_LIFE_MS);
    await tx.userToken.create({ data: { tokenHash, purpose: "setup", expiresAt } });
    record({
      action: "setup_link.create",
      subject: "setup_link",
      subjectId: tokenHash.slice(0, 12),
    });
    return `/set-up/${token}`;
  });
}

async function refuseOnceThereIsAnAdmin(tx: Transaction): Promise<void> {
  await holdLock(tx, "first admin");
  if ((await tx.user.count({ where: WORKING_ADMIN })) > 0) {
    throw new AppError("conflict", "This archive already has an admin. Please sign in.");
  }
}

/**
 * Makes the first admin by the set-up link, who is signed in by it, and returns what their session
 * is to say. Throws `AppError` "gone" where the link was used or has expired, "conflict" once there
 * is an admin, "invalid_input" as `createAdmin` does.
 */
export async function acceptSetupLink(token: string, given: NewAdmin): Promise<SessionClaims> {
  const admin = parseInput(newAdminSchema, given);
  const passwordHash = await hashPassword(admin.password);
  return writeWithAudit({ userId: null, agent: "set-up link" }, async (tx, record) => {
    await refuseOnceThereIsAnAdmin(tx);
    const now = new Date();
    const { count } = await tx.userToken.updateMany({
      where: {
        tokenHash: hashToken(token),
        purpose: "setup",
        usedAt: null,
        expiresAt: { gt: now },
      },
      data: { usedAt: now },
    });
    if (count === 0) {
      throw new AppError(
        "gone",
        "This link was used or has expired. Start the archive again for a new one.",
      );
    }
    const claims = await insertAdmin(tx, { ...admin, passwordHash, lastSignInAt: now });
    record({
      action: "user.create",
      subject: "user",
      subjectId: claims.userId,
      details: { role: "admin" },
    });
    return claims;
  });
}

type NewApiToken = { name: string } & ({ userId: string } | { email: string });

/**
 * Makes an API token that acts for a person, with the role they have at each use. The token is
 * returned here and never again. Throws `AppError` "not_found" where there is no such person or
 * they are disabled, "invalid_input" without a name.
 */
export function createApiToken(
  given: NewApiToken,
  actor: Actor,
): Promise<{ token: string; id: string }> {
  const name = parseInput(tokenNameSchema, given.name, "name");
  const whose =
    "userId" in given
      ? { id: given.userId }
      : { email: parseInput(emailSchema, given.email, "email") };
  const token = createSecretToken(API_TOKEN_PREFIX);
  return writeWithAudit(actor, async (tx, record) => {
    const user = await tx.user.findFirst({
      where: { ...whose, disabledAt: null },
      select: { id: true },
    });
    if (!user) throw new AppError("not_found", "There is no such account, or it is disabled.");
    const { id } = await tx.apiToken.create({
      data: { name, tokenHash: hashToken(token), userId: user.id },
      select: { id: true },
    });
    record({
      action: "token.create",
      subject: "token",
      subjectId: id,
      details: { name, userId: user.id },
    });
    return { token, id };
  });
}

/**
 * Ends an API token at once. With `ownerId`, only one of that person's. Throws `AppError`
 * "not_found" where there is no such token or it is revoked already.
 */
export function revokeApiToken(
  { id, ownerId }: { id: string; ownerId?: string },
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, revokedAt: null, ...(ownerId && { userId: ownerId }) },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "There is no such token, or it is revoked.");
    record({ action: "token.revoke", subject: "token", subjectId: id });
  });
}
