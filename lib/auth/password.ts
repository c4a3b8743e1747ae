import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

let decoyHash: Promise<string> | undefined;

/**
 * True when the password is the one behind the hash. Without a hash (no such person, invitation
 * not accepted) it verifies against a decoy and is false, in the same time.
 */
export async function isPasswordRight(password: string, hashed: string | null): Promise<boolean> {
  decoyHash ??= hashPassword("decoy");
  const matches = await verify(hashed ?? (await decoyHash), password.normalize("NFKC"));
  return hashed !== null && matches;
}
