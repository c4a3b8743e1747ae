import { findArchivedBySha256, sha256Of, type Archived } from "#lib/articles/data-archived.ts";
import { DEFAULT_TIME_ZONE } from "#lib/articles/data-state.ts";
import { findArticlesOfPages } from "#lib/articles/data-versions.ts";
import { toArticleFields } from "#lib/articles/draft-fields.ts";
import { readForStore, type IncomingOriginal } from "#lib/articles/read-for-store.ts";
import { toComparedArticle } from "#lib/articles/mutations-rows.ts";
import { foreseeRepeat, type Resemblance } from "#lib/duplicates/data-suggestions.ts";
import { AppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

/** What storing an original would come to. */
export type ForeseenOriginal = {
  draft: ArticleDraft;
  sha256: string;
  /** The article that these bytes gave before. */
  known: Archived | null;
  /** The same bytes came before it here, and would have been stored by now. */
  isRepeated: boolean;
  /** The article whose page it is a new version of. */
  versionOf: string | null;
  repeats: Resemblance | null;
};

/**
 * The way of `archiveOriginals` but for the storing; one that cannot be read is an `AppError`. `here`
 * collects the hashes of what came before, over several calls where the same set is given.
 */
export async function foreseeOriginals(
  incoming: readonly IncomingOriginal[],
  gazetteer: Gazetteer,
  here: Set<string> = new Set(),
): Promise<(ForeseenOriginal | AppError)[]> {
  const read = [];
  for (const each of incoming) read.push(await readForStore(each, gazetteer));
  const hashes = incoming.map(({ bytes }) => sha256Of(bytes));
  const archived = await findArchivedBySha256(hashes);
  const drafts = read.flatMap((each) => (each instanceof AppError ? [] : each.draft));
  const pages = await findArticlesOfPages(drafts);
  const foreseen: (ForeseenOriginal | AppError)[] = [];
  for (const [i, each] of read.entries()) {
    if (each instanceof AppError) {
      foreseen.push(each);
      continue;
    }
    const { draft } = each;
    const sha256 = hashes[i] as string;
    const known = archived.get(sha256) ?? null;
    const isRepeated = here.has(sha256);
    here.add(sha256);
    const isFresh = !known && !isRepeated;
    const versionOf = (isFresh && pages.get(draft)) || null;
    const repeats = isFresh && !versionOf ? await foreseeRepeat(toCompared(draft)) : null;
    foreseen.push({ draft, sha256, known, isRepeated, versionOf, repeats });
  }
  return foreseen;
}

function toCompared(draft: ArticleDraft) {
  const defaults = { timeZone: DEFAULT_TIME_ZONE, rights: "full_text" } as const;
  return toComparedArticle(toArticleFields(draft, null, defaults));
}
