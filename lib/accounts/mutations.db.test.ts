import { beforeEach, describe, expect, it } from "vitest";
import { getInvitation, hasAdmin, isSetupOpen } from "#lib/accounts/data.ts";
import {
  acceptInvitation,
  changePassword,
  disableUser,
  inviteUser,
  renewInvitation,
  setUserRole,
} from "#lib/accounts/mutations-users.ts";
import {
  acceptSetupLink,
  createAdmin,
  createApiToken,
  createSetupLink,
  revokeApiToken,
} from "#lib/accounts/mutations.ts";
import { getSessionUser } from "#lib/auth/data.ts";
import { database } from "#lib/db/client.ts";

const DESK = { userId: null, agent: "test" };
const PASSWORD = "four plain words here";
const adminOf = (email: string) => ({ email, name: "Ada Brook", password: PASSWORD });
const tokenIn = (path: string) => path.split("/").at(-1) ?? "";
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const countAdmins = () => database.user.count({ where: { role: "admin", disabledAt: null } });
const lastSignInOf = async (id: string) =>
  (await database.user.findUniqueOrThrow({ where: { id }, select: { lastSignInAt: true } }))
    .lastSignInAt;

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE users, audit_entries CASCADE`;
});

describe("the first admin", () => {
  it("is made once by the set-up link, which then is shut", async () => {
    const token = tokenIn(await createSetupLink());
    expect(await isSetupOpen(token)).toBe(true);
    const claims = await acceptSetupLink(token, adminOf("ADA@example.org"));
    expect(await getSessionUser(claims)).toMatchObject({ email: "ada@example.org", role: "admin" });
    expect(await lastSignInOf(claims.userId)).not.toBeNull();
    expect(await isSetupOpen(token)).toBe(false);
    expect(await codeOf(acceptSetupLink(token, adminOf("eve@example.org")))).toBe("conflict");
    expect(await codeOf(createSetupLink())).toBe("conflict");
  });

  it("is one, though two hold the link and both send it at once", async () => {
    const token = tokenIn(await createSetupLink());
    const both = [
      codeOf(acceptSetupLink(token, adminOf("ada@example.org"))),
      codeOf(acceptSetupLink(token, adminOf("eve@example.org"))),
    ];
    expect((await Promise.all(both)).sort()).toEqual(["conflict", "done"]);
    expect(await countAdmins()).toBe(1);
  });

  it("is not made by an older, an expired or an invented link", async () => {
    const older = tokenIn(await createSetupLink());
    const latest = tokenIn(await createSetupLink());
    expect(await codeOf(acceptSetupLink(older, adminOf("ada@example.org")))).toBe("gone");
    expect(await codeOf(acceptSetupLink("invented", adminOf("ada@example.org")))).toBe("gone");
    await database.userToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await isSetupOpen(latest)).toBe(false);
    expect(await codeOf(acceptSetupLink(latest, adminOf("ada@example.org")))).toBe("gone");
    expect(await hasAdmin()).toBe(false);
  });

  it("leaves no token in the database", async () => {
    const token = tokenIn(await createSetupLink());
    const rows = [await database.userToken.findMany(), await database.auditEntry.findMany()];
    const stored = JSON.stringify(rows, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(stored).not.toContain(token);
  });

  it.each([
    [{ password: "too short" }, "password"],
    [{ password: "aaaaaaaaaaaaaaaa" }, "password"],
    [{ password: "Ada.Brook@example.org" }, "password"],
    [{ name: "Ada Brook Longname", password: "ada brook longname" }, "password"],
    [{ password: "x".repeat(201) }, "password"],
    [{ email: "nobody" }, "email"],
    [{ name: " " }, "name"],
  ])("is refused %j", async (wrong, field) => {
    const given = { ...adminOf("ada.brook@example.org"), ...wrong };
    await expect(createAdmin(given, DESK)).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { [field]: expect.any(String) } },
    });
  });
});

describe("users", () => {
  const invite = (email: string, role: "reader" | "editor" | "admin" = "editor") =>
    inviteUser({ email, name: "Eve Marsh", role }, DESK);

  it("choose a password by a link that works once", async () => {
    const { id, path } = await invite("Eve@example.org");
    const token = tokenIn(path);
    expect(await getInvitation(token)).toMatchObject({ id, email: "eve@example.org" });
    expect(await codeOf(acceptInvitation(token, "short"))).toBe("invalid_input");
    expect(await lastSignInOf(id)).toBeNull();
    expect(await getSessionUser(await acceptInvitation(token, PASSWORD))).toMatchObject({ id });
    expect(await lastSignInOf(id)).not.toBeNull();
    expect(await getInvitation(token)).toBeNull();
    expect(await codeOf(acceptInvitation(token, PASSWORD))).toBe("gone");
  });

  it("lose older links when they get a new one, and all of them when they are disabled", async () => {
    const { id, path } = await invite("eve@example.org");
    const renewed = await renewInvitation(id, DESK);
    expect(await getInvitation(tokenIn(path))).toBeNull();
    expect(await getInvitation(tokenIn(renewed))).not.toBeNull();
    await disableUser(id, DESK);
    expect(await codeOf(acceptInvitation(tokenIn(renewed), PASSWORD))).toBe("gone");
  });

  it("cannot have an e-mail that another has", async () => {
    await invite("eve@example.org");
    expect(await codeOf(invite("EVE@example.org"))).toBe("conflict");
  });

  it("change their own password with the old one, and are signed out elsewhere", async () => {
    const old = await createAdmin(adminOf("ada@example.org"), DESK);
    const change = (current: string, next: string) =>
      changePassword({ userId: old.userId, current, next }, DESK);
    expect(await codeOf(change("wrong", "another few plain words"))).toBe("invalid_input");
    expect(await codeOf(change(PASSWORD, "ada@example.org"))).toBe("invalid_input");
    expect(await getSessionUser(old)).not.toBeNull();
    const claims = await change(PASSWORD, "another few plain words");
    expect(await getSessionUser(old)).toBeNull();
    expect(await getSessionUser(claims)).not.toBeNull();
  });
});

describe("the last admin", () => {
  it("can neither be demoted nor disabled", async () => {
    const { userId } = await createAdmin(adminOf("ada@example.org"), DESK);
    // Invited only: nobody who could let anybody in.
    await inviteUser({ email: "eve@example.org", name: "Eve", role: "admin" }, DESK);
    expect(await codeOf(setUserRole({ userId, role: "editor" }, DESK))).toBe("conflict");
    expect(await codeOf(disableUser(userId, DESK))).toBe("conflict");
  });

  it("is left, whichever of two demotes or disables the other at once", async () => {
    const one = await createAdmin(adminOf("ada@example.org"), DESK);
    const two = await createAdmin(adminOf("eve@example.org"), DESK);
    const results = await Promise.all([
      codeOf(setUserRole({ userId: one.userId, role: "reader" }, DESK)),
      codeOf(disableUser(two.userId, DESK)),
    ]);
    expect(results.sort()).toEqual(["conflict", "done"]);
    expect(await countAdmins()).toBe(1);
  });
});

describe("API tokens", () => {
  it("are revoked by their owner, not by another editor", async () => {
    const { userId } = await createAdmin(adminOf("ada@example.org"), DESK);
    const other = await createAdmin(adminOf("eve@example.org"), DESK);
    const { id } = await createApiToken({ userId, name: "laptop" }, DESK);
    expect(await codeOf(revokeApiToken({ id, ownerId: other.userId }, DESK))).toBe("not_found");
    expect(await codeOf(revokeApiToken({ id, ownerId: userId }, DESK))).toBe("done");
    expect(await codeOf(revokeApiToken({ id }, DESK))).toBe("not_found");
  });

  it("are not made for somebody who is disabled or unknown", async () => {
    await createAdmin(adminOf("ada@example.org"), DESK);
    const { userId } = await createAdmin(adminOf("eve@example.org"), DESK);
    await disableUser(userId, DESK);
    expect(await codeOf(createApiToken({ userId, name: "x" }, DESK))).toBe("not_found");
    expect(await codeOf(createApiToken({ email: "no@example.org", name: "x" }, DESK))).toBe(
      "not_found",
    );
  });
});
