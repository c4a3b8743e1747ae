import { WORKING_ADMIN } from "#lib/accounts/data.ts";
import { chosenPasswordSchema, inviteSchema } from "#lib/accounts/schema.ts";
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { hashPassword, isPasswordRight } from "#lib/auth/password.ts";
import type { Role } from "#lib/auth/role.ts";
import type { SessionClaims } from "#lib/auth/types.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";

const INVITATION_LIFE_MS = 7 * 24 * 60 * 60_000;
const NEXT_SESSION_VERSION = { sessionVersion: { increment: 1 } } as const;

type NewUser = { email: string; name: string; role: Role };

/**
 * Makes an account without a password and returns the path of the one-time link by which its owner
 * chooses one, good for seven days. Throws `AppError` "conflict" where the e-mail is taken.
 */
export function inviteUser(given: NewUser, actor: Actor): Promise<{ id: string; path: string }> {
  const user = parseInput(inviteSchema, given);
  return writeWithAudit(actor, async (tx, record) => {
    const [created] = await tx.user.createManyAndReturn({
      data: [user],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) {
      const taken = "There is already an account with this e-mail.";
      throw new AppError("conflict", taken, { details: { fields: { email: taken } } });
    }
    const details = { role: user.role };
    record({ action: "user.invite", subject: "user", subjectId: created.id, details });
    return { id: created.id, path: await issueInvitation(tx, created.id) };
  });
}

async function issueInvitation(tx: Transaction, userId: string): Promise<string> {
  const token = createSecretToken();
  await tx.userToken.deleteMany({ where: { userId, usedAt: null } });
  await tx.userToken.create({
    data: {
      tokenHash: hashToken(token),
      purpose: "invitation",
      userId,
      expiresAt: new Date(Date.now() + INVITATION_LIFE_MS),
    },
  });
  return `/invitation/${token}`;
}

/**
 * Makes a new one-time link for somebody who lost theirs, or their password, and returns its path.
 * Links made for them before no longer work; their password does until they use the new one.
 */
export function renewInvitation(userId: string, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    await requireUser(tx, userId);
    record({ action: "user.new_link", subject: "user", subjectId: userId });
    return issueInvitation(tx, userId);
  });
}

/**
 * Sets the password of the person whom a one-time link is for, ends their other sessions, and
 * returns what their session is to say. Throws `AppError` "gone" where the link was used or has
 * expired, "invalid_input" where the password will not do.
 */
export async function acceptInvitation(token: string, password: string): Promise<SessionClaims> {
  const tokenHash = hashToken(token);
  const now = new Date();
  const isOpen = {
    tokenHash,
    purpose: "invitation",
    usedAt: null,
    expiresAt: { gt: now },
  } as const;
  const found = await database.userToken.findFirst({
    where: { ...isOpen, user: { disabledAt: null } },
    select: { user: { select: { id: true, email: true, name: true } } },
  });
  const gone = () => new AppError("gone", "This link was used or has expired. Ask for a new one.");
  const person = found?.user;
  if (!person) throw gone();
  const passwordHash = await hashChosenPassword(person, password);
  return writeWithAudit({ userId: person.id, agent: "invitation" }, async (tx, record) => {
    const { count } = await tx.userToken.updateMany({ where: isOpen, data: { usedAt: now } });
    if (count === 0) throw gone();
    record({ action: "user.accept_invitation", subject: "user", subjectId: person.id });
    return setPassword(tx, person.id, { passwordHash, lastSignInAt: now });
  });
}

function hashChosenPassword(person: { email: string; name: string }, password: string) {
  const chosen = parseInput(chosenPasswordSchema(person), password, "password");
  return hashPassword(chosen);
}

type NewPassword = { passwordHash: string; lastSignInAt?: Date };

async function setPassword(tx: Transaction, userId: string, given: NewPassword) {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { ...given, ...NEXT_SESSION_VERSION },
    select: { sessionVersion: true },
  });
  return { userId, sessionVersion };
}

type PasswordChange = { userId: string; current: string; next: string };

/**
 * Changes a person's own password, ends all of their sessions, and returns what the new session of
 * this one is to say. Throws `AppError` "invalid_input" where the current one is wrong or the new
 * one will not do.
 */
export async function changePassword(
  { userId, current, next }: PasswordChange,
  actor: Actor,
): Promise<SessionClaims> {
  const person = await database.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, name: true, passwordHash: true },
  });
  if (!(await isPasswordRight(current, person.passwordHash))) {
    const wrong = "This is not your password.";
    throw new AppError("invalid_input", wrong, { details: { fields: { currentPassword: wrong } } });
  }
  const passwordHash = await hashChosenPassword(person, next);
  return writeWithAudit(actor, async (tx, record) => {
    record({ action: "user.change_password", subject: "user", subjectId: userId });
    return setPassword(tx, userId, { passwordHash });
  });
}

/** Ends all sessions of a person and returns what a new one is to say. */
export function endSessions(userId: string, actor: Actor): Promise<SessionClaims> {
  return writeWithAudit(actor, async (tx, record) => {
    const { sessionVersion } = await tx.user.update({
      where: { id: userId },
      data: NEXT_SESSION_VERSION,
      select: { sessionVersion: true },
    });
    record({ action: "user.end_sessions", subject: "user", subjectId: userId });
    return { userId, sessionVersion };
  });
}

/**
 * Gives a person another role and ends their sessions. Throws `AppError` "conflict" where nobody
 * would be left as admin, "not_found" where there is no such person.
 */
export function setUserRole(
  { userId, role }: { userId: string; role: Role },
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const user = await requireUser(tx, userId);
    if (user.role === role) return;
    if (role !== "admin") await refuseIfLastAdmin(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { role, ...NEXT_SESSION_VERSION } });
    const details = { from: user.role, to: role };
    record({ action: "user.set_role", subject: "user", subjectId: userId, details });
  });
}

/**
 * Shuts a person out: sessions end, one-time links are void, API tokens sleep. Throws `AppError`
 * "conflict" where nobody would be left as admin, "not_found" where there is no such person.
 */
export function disableUser(userId: string, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await requireUser(tx, userId);
    await refuseIfLastAdmin(tx, userId);
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: new Date(), ...NEXT_SESSION_VERSION },
    });
    await tx.userToken.deleteMany({ where: { userId, usedAt: null } });
    if (count > 0) record({ action: "user.disable", subject: "user", subjectId: userId });
  });
}

/** Lets a disabled person in again. Throws `AppError` "not_found" where there is no such person. */
export function enableUser(userId: string, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await requireUser(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } });
    record({ action: "user.enable", subject: "user", subjectId: userId });
  });
}

async function requireUser(tx: Transaction, userId: string): Promise<{ role: Role }> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
  if (!user) throw new AppError("not_found", "There is no such account.");
  return user;
}

/** Locks every admin first, so that two who demote each other cannot both succeed. */
async function refuseIfLastAdmin(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM users WHERE role = 'admin' ORDER BY id FOR UPDATE`;
  const admins = await tx.user.findMany({ where: WORKING_ADMIN, select: { id: true } });
  if (admins.length === 1 && admins[0]?.id === userId) {
    throw new AppError(
      "conflict",
      "This is the last admin who can sign in. Make somebody else an admin first.",
    );
  }
}
