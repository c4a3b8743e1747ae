/**
 * What readers do to their saved searches. Whoever knows the secret of one may; none of it is written
 * to the audit, which says what was done to the archive, and no page of the archive changes by it.
 */
import { createSecretToken, hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS } from "#lib/db/kept-removed.ts";
import { AppError } from "#lib/errors.ts";
import { listAsks, nameOf } from "#lib/saved-searches/data-asks.ts";
import { KEPT_UNOPENED_DAYS } from "#lib/saved-searches/schema.ts";
import { readFollowed, takeLook } from "#lib/search/data-followed.ts";
import type { Look } from "#lib/search/types.ts";

/**
 * Saves a search and returns the secret of its address; only a hash of it is kept. A search that is
 * among `known` already, by their secrets, gives that one's.
 */
export async function saveSearch(parameters: string, known: readonly string[]): Promise<string> {
  const search = readFollowed(new URLSearchParams(parameters));
  const hashes = new Map(known.map((token) => [hashToken(token), token]));
  const same = await database.savedSearch.findFirst({
    where: { tokenHash: { in: [...hashes.keys()] }, query: search.parameters, deletedAt: null },
    select: { tokenHash: true },
  });
  const knownToken = same && hashes.get(same.tokenHash);
  if (knownToken) return knownToken;
  const token = createSecretToken();
  const { until, snapshot } = await takeLook();
  await database.savedSearch.create({
    data: {
      ...{ tokenHash: hashToken(token), query: search.parameters },
      ...{ name: nameOf(await listAsks(search)), seenUntil: until, seenSnapshot: snapshot },
    },
    select: { id: true },
  });
  return token;
}

/**
 * Marks as seen what a look at it could show; what the archive released since is new still, and what a
 * later look has marked stays so. Throws `AppError` "not_found".
 */
export async function markSeen(token: string, { until, snapshot }: Look): Promise<void> {
  // Nobody can have looked later than now.
  const seenUntil = new Date(Math.min(until.getTime(), Date.now()));
  const where = { tokenHash: hashToken(token), deletedAt: null };
  const { count } = await database.savedSearch.updateMany({
    where: { ...where, seenUntil: { lte: seenUntil } },
    data: { seenUntil, seenSnapshot: snapshot },
  });
  if (count === 0 && (await database.savedSearch.count({ where })) === 0) throw notThere();
}

/** Notes that the searches of these secrets were opened, which keeps them. */
export async function noteOpened(tokens: readonly string[]): Promise<void> {
  const openedAt = { lt: endOfKeeping(1) };
  await database.savedSearch.updateMany({
    where: { tokenHash: { in: tokens.map(hashToken) }, openedAt },
    data: { openedAt: new Date() },
  });
}

/** Gives a saved search another name. Throws `AppError` "not_found". */
export async function renameSearch(token: string, name: string): Promise<void> {
  await changeSearch(token, { deletedAt: null }, { name });
}

/** Deletes a saved search; for 30 days it can be taken back. No mail is sent meanwhile. Throws `AppError` "not_found". */
export async function deleteSearch(token: string): Promise<void> {
  await changeSearch(token, { deletedAt: null }, { deletedAt: new Date() });
}

/** Takes back a deleted search, and its mails with it. Throws `AppError` "not_found". */
export async function restoreSearch(token: string): Promise<void> {
  await changeSearch(token, { deletedAt: { not: null } }, { deletedAt: null });
}

/** Forgets for good what was deleted longer ago than `olderThanDays`; returns how many. */
export async function purgeDeletedSearches(
  olderThanDays = KEPT_AFTER_REMOVAL_DAYS,
): Promise<number> {
  const where = { deletedAt: { lt: endOfKeeping(olderThanDays) } };
  return (await database.savedSearch.deleteMany({ where })).count;
}

/** Forgets for good what was neither opened nor mailed for a year; returns how many. */
export async function purgeUnopenedSearches(): Promise<number> {
  const isTooOld = { lt: endOfKeeping(KEPT_UNOPENED_DAYS) };
  const isMailed = { alert: { lastSentAt: { gte: isTooOld.lt } } };
  const where = { openedAt: isTooOld, NOT: isMailed };
  return (await database.savedSearch.deleteMany({ where })).count;
}

async function changeSearch(
  token: string,
  where: { deletedAt: null | { not: null } },
  data: { name?: string; deletedAt?: Date | null },
): Promise<void> {
  const given = { tokenHash: hashToken(token), ...where };
  const { count } = await database.savedSearch.updateMany({ where: given, data });
  if (count === 0) throw notThere();
}

/** Of a secret that opens nothing. */
export function notThere(): AppError {
  return new AppError("not_found", "There is no saved search at this address, or it was deleted.");
}
