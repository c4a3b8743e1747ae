import { getTokenOwner } from "#lib/auth/data.ts";
import { noteTokenUse } from "#lib/auth/mutations.ts";
import { hashToken } from "#lib/auth/one-way-token.ts";
import type { CurrentUser } from "#lib/auth/types.ts";

/** Fine enough to see which tokens are in use, coarse enough not to write at every request. */
const LAST_USED_STEP_MS = 60_000;
const LONGEST_TOKEN_CHARACTERS = 200;

/**
 * The person for whom an API token acts, with their role of this moment, or null where the token
 * is unknown or revoked or the person is disabled.
 */
export async function userForBearer(token: string): Promise<CurrentUser | null> {
  if (token === "" || token.length > LONGEST_TOKEN_CHARACTERS) return null;
  const owner = await getTokenOwner(hashToken(token));
  if (!owner) return null;
  const now = new Date();
  const lastUsedMs = owner.lastUsedAt?.getTime() ?? 0;
  if (now.getTime() - lastUsedMs >= LAST_USED_STEP_MS) await noteTokenUse(owner.tokenId, now);
  return owner.user;
}
