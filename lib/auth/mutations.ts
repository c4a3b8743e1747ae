import { database } from "#lib/db/client.ts";

// Traces of use, not changes: they leave no audit entry and drop no page from memory.

/** Notes that a person has signed in. */
export async function noteSignIn(userId: string, at: Date): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { lastSignInAt: at } });
}

/** Notes that an API token was used. */
export async function noteTokenUse(tokenId: string, at: Date): Promise<void> {
  await database.apiToken.update({ where: { id: tokenId }, data: { lastUsedAt: at } });
}
