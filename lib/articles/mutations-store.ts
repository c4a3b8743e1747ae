import { articlePath } from "#lib/articles/address.ts";
import { findArchivedBySha256, sha256Of } from "#lib/articles/data-archived.ts";
import { claimAddresses } from "#lib/articles/mutations-address.ts";
import {
  insertDrafts,
  type HashedOriginal,
  type InsertedDraft,
  type ReceivedOriginal,
} from "#lib/articles/mutations-draft.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";

export type StoredDraft = {
  articleId: string;
  /** False where these bytes were archived before. */
  created: boolean;
  /** That article is deleted. */
  inBin: boolean;
  /** Where it stands on the site, if it was published at once. */
  path: string | null;
};
export type StoreOptions = {
  /** Makes public at once what has a headline and a day; else only what its outlet is trusted with. */
  publish?: boolean;
  /**
   * Written in the same transaction as the articles, with what became of each, in order; what it
   * throws undoes them. May be called again where the transaction had to be repeated.
   */
  alongside?: (tx: Transaction, stored: readonly StoredDraft[]) => Promise<void>;
};

const UNIQUE_VIOLATION = "P2002";

/**
 * Stores originals and the drafts read from them, in one transaction, and says of each in order
 * which article it is. The same bytes are stored once: again, or twice at the same moment, they
 * give the article that they gave first.
 */
export async function storeOriginalsAsDrafts(
  inputs: readonly ReceivedOriginal[],
  actor: Actor,
  options: StoreOptions = {},
): Promise<StoredDraft[]> {
  const hashed = inputs.map((input) => ({ ...input, sha256: sha256Of(input.bytes) }));
  const firstIndex = new Map<string, number>();
  for (const [i, { sha256 }] of hashed.entries()) {
    if (!firstIndex.has(sha256)) firstIndex.set(sha256, i);
  }
  const isFirst = (i: number) => firstIndex.get(hashed[i]?.sha256 ?? "") === i;
  const known = await findArchivedBySha256(hashed.map(({ sha256 }) => sha256));
  const fresh = hashed.filter(({ sha256 }, i) => isFirst(i) && !known.has(sha256));
  const toStored = (created: Map<string, Fresh>) =>
    hashed.map(({ sha256 }, i) => {
      const archived = known.get(sha256);
      if (archived) return { ...archived, created: false, path: null };
      return { ...(created.get(sha256) as Fresh), created: isFirst(i), inBin: false };
    });
  const { alongside } = options;
  if (fresh.length === 0 && !alongside) return toStored(new Map());
  const created = await insertFresh(fresh, actor, {
    ...options,
    alongside: alongside && ((tx, fresh) => alongside(tx, toStored(fresh))),
  });
  // Someone else stored one of these in this moment: now it is known.
  if (!created) return storeOriginalsAsDrafts(inputs, actor, options);
  return toStored(created);
}

/** As `storeOriginalsAsDrafts`, for one. */
export async function storeOriginalAsDraft(
  input: ReceivedOriginal,
  actor: Actor,
): Promise<StoredDraft> {
  const [stored] = await storeOriginalsAsDrafts([input], actor);
  return stored as StoredDraft;
}

type Fresh = Pick<StoredDraft, "articleId" | "path">;
type FreshOptions = Omit<StoreOptions, "alongside"> & {
  alongside?: (tx: Transaction, created: Map<string, Fresh>) => Promise<void>;
};

/** The new articles by SHA-256; null where one of the originals is stored by now. */
async function insertFresh(
  fresh: readonly HashedOriginal[],
  actor: Actor,
  { publish = false, alongside }: FreshOptions,
): Promise<Map<string, Fresh> | null> {
  try {
    return await writeWithAudit(actor, async (tx, record) => {
      const drafts = fresh.length > 0 ? await insertDrafts(tx, fresh, actor) : [];
      const wanted = drafts.map(({ isTrusted }) => publish || isTrusted);
      const paths = await publishFresh(tx, fresh, drafts, wanted);
      const created = new Map(
        fresh.map(({ sha256, receivedVia, fileName = null }, i) => {
          const { articleId } = drafts[i] as InsertedDraft;
          const path = paths.get(articleId) ?? null;
          const entry = { subject: "article", subjectId: articleId };
          const details = { receivedVia, fileName, sha256 };
          record({ ...entry, action: "article.store", details });
          const reason = publish ? {} : { because: "the outlet publishes by itself" };
          const published = { path, version: 1, ...reason };
          if (path) record({ ...entry, action: "article.publish", details: published });
          return [sha256, { articleId, path }] as const;
        }),
      );
      await alongside?.(tx, created);
      return created;
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

/** Publishes those wanted of new drafts that have a headline and a day; gives paths by their ids. */
async function publishFresh(
  tx: Transaction,
  fresh: readonly HashedOriginal[],
  drafts: readonly InsertedDraft[],
  wanted: readonly boolean[],
): Promise<Map<string, string>> {
  const ready = fresh.flatMap(({ draft: { headline, publishedOn } }, i) => {
    const { articleId: id } = drafts[i] as InsertedDraft;
    if (!wanted[i] || !headline || !publishedOn) return [];
    return [{ id, headline: headline.value, publishedOn: publishedOn.value }];
  });
  if (ready.length === 0) return new Map();
  const slugs = await claimAddresses(tx, ready);
  const readyIds = ready.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE articles SET status = 'published', slug = given.slug, released_at = now()
    FROM unnest(${readyIds}::uuid[], ${readyIds.map((id) => slugs.get(id) as string)}::text[])
      AS given (id, slug)
    WHERE articles.id = given.id`;
  return new Map(
    ready.map(({ id, publishedOn }) => [id, articlePath(publishedOn, slugs.get(id) as string)]),
  );
}
