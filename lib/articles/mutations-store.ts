import { articlePath } from "#lib/articles/address.ts";
import { findArchivedBySha256, sha256Of } from "#lib/articles/data-archived.ts";
import { claimAddresses } from "#lib/articles/mutations-address.ts";
import {
  insertDrafts,
  type HashedOriginal,
  type InsertedDraft,
  type ReceivedOriginal,
} from "#lib/articles/mutations-draft.ts";
import { StoredMeanwhile } from "#lib/articles/mutations-first-rows.ts";
import { addVersion, partVersions } from "#lib/articles/mutations-versions.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import {
  writeWithAudit,
  type Actor,
  type AuditRecord,
  type Transaction,
} from "#lib/db/transaction.ts";
import { addFingerprints } from "#lib/duplicates/mutations.ts";
import { insertSuggestions } from "#lib/statements/mutations.ts";

export type StoredDraft = {
  articleId: string;
  /** False where these bytes were archived before. */
  created: boolean;
  /** That article is deleted. */
  inBin: boolean;
  /** Set: these bytes are a new version of that article's page; what became of it. */
  revision: VersionOutcome | null;
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
  const toStored = (created: Map<string, Fresh>): StoredDraft[] =>
    hashed.map(({ sha256 }, i) => {
      const archived = known.get(sha256);
      if (archived) {
        const { articleId, inBin } = archived;
        return { articleId, inBin, created: false, path: null, revision: null };
      }
      const { revision, ...stored } = created.get(sha256) as Fresh;
      const isCreated = isFirst(i) && revision === null;
      return {
        ...stored,
        created: isCreated,
        inBin: false,
        revision: isFirst(i) ? revision : null,
      };
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

type Fresh = Pick<StoredDraft, "articleId" | "path" | "revision">;
type FreshOptions = Omit<StoreOptions, "alongside"> & {
  alongside?: (tx: Transaction, stored: Map<string, Fresh>) => Promise<void>;
};

/** The new articles, and those that got a new version, by SHA-256; null where one of the originals is stored by now. */
async function insertFresh(
  fresh: readonly HashedOriginal[],
  actor: Actor,
  { publish = false, alongside }: FreshOptions,
): Promise<Map<string, Fresh> | null> {
  try {
    return await writeWithAudit(actor, async (tx, record) => {
      const { articles, versions } = await partVersions(tx, fresh);
      const drafts = articles.length > 0 ? await insertDrafts(tx, articles, actor) : [];
      const wanted = drafts.filter(({ isTrusted }) => publish || isTrusted);
      const paths = await publishFresh(tx, wanted);
      // After it, so that the public state of each is written once.
      await insertSuggestions(
        tx,
        drafts.map(({ said }) => said),
      );
      const stored = new Map<string, Fresh>(
        articles.map(({ sha256, receivedVia, fileName = null }, i) => {
          const { articleId } = drafts[i] as InsertedDraft;
          const path = paths.get(articleId) ?? null;
          const entry = { subject: "article", subjectId: articleId };
          const details = { receivedVia, fileName, sha256 };
          record({ ...entry, action: "article.store", details });
          const reason = publish ? {} : { because: "the outlet publishes by itself" };
          const published = { path, version: 1, ...reason };
          if (path) record({ ...entry, action: "article.publish", details: published });
          return [sha256, { articleId, path, revision: null }];
        }),
      );
      // Late: those who store similar texts wait from here until the end.
      if (drafts.length > 0) await addFingerprints(tx, drafts);
      for (const version of versions) {
        const { original } = version;
        const articleId =
          "of" in version ? (drafts[version.of] as InsertedDraft).articleId : version.articleId;
        stored.set(original.sha256, await addRecorded(tx, { articleId, original }, actor, record));
      }
      await alongside?.(tx, stored);
      return stored;
    });
  } catch (error) {
    if (!(error instanceof StoredMeanwhile)) throw error;
    const known = await findArchivedBySha256(fresh.map(({ sha256 }) => sha256));
    if (known.size === 0) throw error;
    return null;
  }
}

async function addRecorded(
  tx: Transaction,
  version: { articleId: string; original: HashedOriginal },
  actor: Actor,
  record: (entry: AuditRecord) => void,
): Promise<Fresh> {
  const { articleId, ...became } = await addVersion(tx, version, actor);
  const { sha256, receivedVia, fileName = null } = version.original;
  const details = { receivedVia, fileName, sha256, ...became };
  record({ action: "article.add_version", subject: "article", subjectId: articleId, details });
  const { outcome, number } = became;
  return { articleId, path: null, revision: { outcome, number } };
}

/** Publishes those wanted of new drafts that have a headline and a day; gives paths by their ids. */
async function publishFresh(
  tx: Transaction,
  drafts: readonly InsertedDraft[],
): Promise<Map<string, string>> {
  const ready = drafts.flatMap(({ articleId: id, article: { headline, publishedOn } }) =>
    headline && publishedOn ? [{ id, headline, publishedOn }] : [],
  );
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
