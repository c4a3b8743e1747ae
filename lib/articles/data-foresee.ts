import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { findArchivedBySha256, sha256Of, type Archived } from "#lib/articles/data-archived.ts";
import { DEFAULT_TIME_ZONE } from "#lib/articles/data-state.ts";
import { findArticleOfPage } from "#lib/articles/data-versions.ts";
import { toArticleFields } from "#lib/articles/draft-fields.ts";
import { readForStore, type IncomingOriginal } from "#lib/articles/mutations-ingest.ts";
import { toComparedArticle } from "#lib/articles/mutations-rows.ts";
import { foreseeRepeat, type Resemblance } from "#lib/duplicates/data-suggestions.ts";
import { AppError } from "#lib/errors.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

/** What storing an original would come to. */
export type ForeseenOriginal = {
  draft: ArticleDraft;
  sha256: string;
  /** The article that these bytes gave before. */
  known: Archived | null;
  /** The article whose page it is a new version of. */
  versionOf: string | null;
  repeats: Resemblance | null;
};

/** The way of `archiveOriginals` but for the storing; one that cannot be read is an `AppError`. */
export async function foreseeOriginal(
  incoming: IncomingOriginal,
  gazetteer: Gazetteer,
): Promise<ForeseenOriginal | AppError> {
  const read = await readForStore(incoming, gazetteer);
  if (read instanceof AppError) return read;
  const { draft } = read;
  const sha256 = sha256Of(incoming.bytes);
  const known = (await findArchivedBySha256([sha256])).get(sha256) ?? null;
  const fields = toArticleFields(draft, null, { timeZone: DEFAULT_TIME_ZONE, rights: "full_text" });
  const versionOf = known ? null : await findArticleOfPage(draft);
  const repeats = known || versionOf ? null : await foreseeRepeat(toComparedArticle(fields));
  return { draft, sha256, known, versionOf, repeats };
}
