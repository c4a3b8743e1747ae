import { expect, it } from "vitest";
import { hashPassword, isPasswordRight } from "#lib/auth/password.ts";

it("keeps a password as argon2id with OWASP's parameters", async () => {
  const hash = await hashPassword("four plain words here");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPasswordRight("four plain words here", hash)).toBe(true);
  expect(await isPasswordRight("four plain words her", hash)).toBe(false);
});

it("takes a password however a keyboard composes its letters", async () => {
  const hash = await hashPassword("caf\u00e9 au lait s'il");
  expect(await isPasswordRight("cafe\u0301 au lait s'il", hash)).toBe(true);
});

it("is never right without a hash, not even for the decoy's own password", async () => {
  expect(await isPasswordRight("decoy", null)).toBe(false);
});
