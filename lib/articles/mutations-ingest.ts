import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { storeOriginalAsDraft, type StoredDraft } from "#lib/articles/mutations.ts";
import type { ReceivedOriginal } from "#lib/articles/mutations-draft.ts";
import type { Actor } from "#lib/db/transaction.ts";
import {
  parseArticle,
  readOriginal,
  understand,
  type Gazetteer,
  type OriginalHint,
  type UnderstoodDraft,
} from "#lib/ingest/pipeline.ts";
import type { ArticleDraft, ParseOptions } from "#lib/ingest/types.ts";

export type IncomingOriginal = OriginalHint &
  ParseOptions &
  Pick<ReceivedOriginal, "bytes" | "receivedVia" | "fetchedFrom">;

export type ArchivedOriginal = StoredDraft & { draft: UnderstoodDraft };

/**
 * The whole way of an article into the archive: read, parse, understand, store as a draft. Who
 * archives many reads the gazetteer once and gives it. Throws `AppError` "invalid_input",
 * "payload_too_large" or "unsupported_media_type" where the bytes are no readable text.
 */
export async function archiveOriginal(
  { bytes, receivedVia, fetchedFrom, mediaType, fileName, charset, ...options }: IncomingOriginal,
  actor: Actor,
  gazetteer?: Gazetteer,
): Promise<ArchivedOriginal> {
  const raw = await readOriginal(bytes, { mediaType, fileName, charset });
  const parsed = withAddress(parseArticle(raw, options), fetchedFrom);
  const draft = understand(parsed, gazetteer ?? (await getGazetteer()));
  const stored = await storeOriginalAsDraft(
    {
      bytes,
      draft,
      understanding: draft,
      mediaType: raw.mediaType,
      encoding: raw.encoding,
      isExtracted: raw.isExtracted,
      fileName,
      receivedVia,
      fetchedFrom,
    },
    actor,
  );
  return { ...stored, draft };
}

/** A page that names no address of its own stands where it was found. */
function withAddress(draft: ArticleDraft, fetchedFrom: string | undefined): ArticleDraft {
  if (draft.sourceUrl || !fetchedFrom) return draft;
  const sourceUrl = { value: fetchedFrom, span: null, rule: "fetched-from", confidence: 1 };
  return { ...draft, sourceUrl };
}
