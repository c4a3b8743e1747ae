import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAdmin, createApiToken, revokeApiToken } from "#lib/accounts/mutations.ts";
import { disableUser, enableUser, setUserRole } from "#lib/accounts/mutations-users.ts";
import { authenticate } from "#lib/auth/authenticate.ts";
import { userForBearer } from "#lib/auth/bearer.ts";
import { getSessionUser } from "#lib/auth/data.ts";
import { database } from "#lib/db/client.ts";

const DESK = { userId: null, agent: "test" };
const PASSWORD = "four plain words here";
const newAddress = () => `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;

async function createPerson() {
  const email = `${randomUUID()}@example.org`;
  const claims = await createAdmin({ email, name: "Desk", password: PASSWORD }, DESK);
  return { email, ...claims };
}

const tryToSignIn = (email: string, password: string, clientAddress: string) =>
  authenticate({ email, password, clientAddress }).then(
    () => "in",
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe("authenticate", () => {
  it("lets a person in, however their e-mail is capitalised, and notes when", async () => {
    const { email, userId, sessionVersion } = await createPerson();
    const given = { email: ` ${email.toUpperCase()} `, password: PASSWORD };
    const claims = await authenticate({ ...given, clientAddress: newAddress() });
    expect(claims).toEqual({ userId, sessionVersion });
    const user = await database.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.lastSignInAt).not.toBeNull();
  });

  it("says the same to a wrong name, a wrong password and a disabled account", async () => {
    const { email } = await createPerson();
    const disabled = await createPerson();
    await disableUser(disabled.userId, DESK);
    const answers = [
      await tryToSignIn("nobody@example.org", PASSWORD, newAddress()),
      await tryToSignIn(email, "wrong", newAddress()),
      await tryToSignIn(disabled.email, PASSWORD, newAddress()),
      await tryToSignIn(email, "x".repeat(1_000), newAddress()),
    ];
    expect(new Set(answers)).toEqual(
      new Set(["unauthenticated: The e-mail or the password is wrong."]),
    );
  });

  it("makes one place wait after five failures, and nobody else", async () => {
    const { email } = await createPerson();
    const [attacker, owner] = [newAddress(), newAddress()];
    for (let i = 0; i < 5; i++) await tryToSignIn(email, "wrong", attacker);
    const refused = await tryToSignIn(email, PASSWORD, attacker);
    expect(refused).toMatch(/^too_many_requests: .*wait 15 minutes/);
    expect(await tryToSignIn(email, PASSWORD, owner)).toBe("in");
  });

  it("counts guesses that come at once", async () => {
    const { email } = await createPerson();
    const address = newAddress();
    const guesses = Array.from({ length: 12 }, () => tryToSignIn(email, "wrong", address));
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer.startsWith("unauthenticated"))).toHaveLength(5);
  });

  it("forgets failures after a success", async () => {
    const { email } = await createPerson();
    const address = newAddress();
    for (let i = 0; i < 4; i++) await tryToSignIn(email, "wrong", address);
    expect(await tryToSignIn(email, PASSWORD, address)).toBe("in");
    for (let i = 0; i < 4; i++) await tryToSignIn(email, "wrong", address);
    expect(await tryToSignIn(email, PASSWORD, address)).toBe("in");
  });

  it("makes a place wait that tries many accounts", async () => {
    const address = newAddress();
    for (let i = 0; i < 30; i++) await tryToSignIn(`nobody-${i}@example.org`, "wrong", address);
    expect(await tryToSignIn("another@example.org", "wrong", address)).toMatch(/^too_many/);
  });

  it("keeps no e-mail and no password in what it counts", async () => {
    const { email } = await createPerson();
    await tryToSignIn(email, "wrong", "203.0.113.77");
    const keys = (await database.rateLimit.findMany()).map(({ key }) => key).join();
    expect(keys).not.toContain(email);
    expect(keys).not.toContain("203.0.113.77");
  });
});

describe("a session", () => {
  it("ends when the role changes, and when the person is disabled", async () => {
    await createPerson();
    const { userId, sessionVersion } = await createPerson();
    const claims = { userId, sessionVersion };
    expect(await getSessionUser(claims)).toMatchObject({ id: userId, role: "admin" });
    await setUserRole({ userId, role: "editor" }, DESK);
    expect(await getSessionUser(claims)).toBeNull();

    const next = { userId, sessionVersion: sessionVersion + 1 };
    expect(await getSessionUser(next)).toMatchObject({ role: "editor" });
    await disableUser(userId, DESK);
    await enableUser(userId, DESK);
    expect(await getSessionUser(next)).toBeNull();
  });
});

describe("an API token", () => {
  it("acts for its owner until it is revoked", async () => {
    const { userId, email } = await createPerson();
    const { token, id } = await createApiToken({ email, name: "test" }, DESK);
    expect(await userForBearer(token)).toMatchObject({ id: userId, role: "admin" });
    expect(await userForBearer(`${token}x`)).toBeNull();
    expect(await userForBearer("")).toBeNull();
    const row = await database.apiToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    await revokeApiToken({ id }, DESK);
    expect(await userForBearer(token)).toBeNull();
  });

  it("sleeps while its owner is disabled", async () => {
    await createPerson();
    const { userId } = await createPerson();
    const { token } = await createApiToken({ userId, name: "test" }, DESK);
    await disableUser(userId, DESK);
    expect(await userForBearer(token)).toBeNull();
    await enableUser(userId, DESK);
    expect(await userForBearer(token)).toMatchObject({ id: userId });
  });

  it("notes its last use at most once a minute", async () => {
    const { userId } = await createPerson();
    const { token, id } = await createApiToken({ userId, name: "test" }, DESK);
    const lastUse = async () =>
      (await database.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    await userForBearer(token);
    const first = await lastUse();
    expect(first).not.toBeNull();
    await userForBearer(token);
    expect(await lastUse()).toEqual(first);
    const earlier = new Date(Date.now() - 61_000);
    await database.apiToken.update({ where: { id }, data: { lastUsedAt: earlier } });
    await userForBearer(token);
    expect(await lastUse()).not.toEqual(earlier);
  });
});
