import { findArchivedBySha256, sha256Of } from "#lib/articles/data-archived.ts";
import {
  insertDrafts,
  type HashedOriginal,
  type ReceivedOriginal,
} from "#lib/articles/mutations-draft.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";

/** `created`: false where these bytes were archived before; `inBin`: that article is deleted. */
export type StoredDraft = { articleId: string; created: boolean; inBin: boolean };

const UNIQUE_VIOLATION = "P2002";

/**
 * Stores originals and the drafts read from them, in one transaction, and says of each in order
 * which article it is. The same bytes are stored once: again, or twice at the same moment, they
 * give the article that they gave first.
 */
export async function storeOriginalsAsDrafts(
  inputs: readonly ReceivedOriginal[],
  actor: Actor,
): Promise<StoredDraft[]> {
  const hashed = inputs.map((input) => ({ ...input, sha256: sha256Of(input.bytes) }));
  const firstIndex = new Map<string, number>();
  for (const [i, { sha256 }] of hashed.entries()) {
    if (!firstIndex.has(sha256)) firstIndex.set(sha256, i);
  }
  const isFirst = (i: number) => firstIndex.get(hashed[i]?.sha256 ?? "") === i;
  const known = await findArchivedBySha256(hashed.map(({ sha256 }) => sha256));
  const fresh = hashed.filter(({ sha256 }, i) => isFirst(i) && !known.has(sha256));
  const created = fresh.length > 0 ? await insertFresh(fresh, actor) : new Map<string, string>();
  // Someone else stored one of these in this moment: now it is known.
  if (!created) return storeOriginalsAsDrafts(inputs, actor);
  return hashed.map(({ sha256 }, i) => {
    const archived = known.get(sha256);
    if (archived) return { ...archived, created: false };
    return { articleId: created.get(sha256) as string, created: isFirst(i), inBin: false };
  });
}

/** As `storeOriginalsAsDrafts`, for one. */
export async function storeOriginalAsDraft(
  input: ReceivedOriginal,
  actor: Actor,
): Promise<StoredDraft> {
  const [stored] = await storeOriginalsAsDrafts([input], actor);
  return stored as StoredDraft;
}

/** The ids of the new articles by SHA-256; null where one of the originals is stored by now. */
async function insertFresh(
  fresh: readonly HashedOriginal[],
  actor: Actor,
): Promise<Map<string, string> | null> {
  try {
    return await writeWithAudit(actor, async (tx, record) => {
      const ids = await insertDrafts(tx, fresh, actor);
      return new Map(
        fresh.map(({ sha256, receivedVia, fileName = null }, i) => {
          const subjectId = ids[i] as string;
          const details = { receivedVia, fileName, sha256 };
          record({ action: "article.store", subject: "article", subjectId, details });
          return [sha256, subjectId];
        }),
      );
    });
  } catch (error) {
    const isRepeated =
      error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    if (!isRepeated) throw error;
    const known = await findArchivedBySha256(fresh.map(({ sha256 }) => sha256));
    if (known.size === 0) throw error;
    return null;
  }
}
