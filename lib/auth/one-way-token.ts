import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/**
 * A new secret of 256 random bits, in characters that need no escaping in an address. The prefix
 * tells people and secret scanners what it is.
 */
export function createSecretToken(prefix = ""): string {
  return prefix + randomBytes(TOKEN_BYTES).toString("base64url");
}

/**
 * What is stored of a token: its SHA-256 in lower-case hexadecimal. A token is random already, so
 * a fast hash serves; a password never goes through here.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
