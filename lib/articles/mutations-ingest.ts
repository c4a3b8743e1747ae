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
import type { ParseOptions } from "#lib/ingest/types.ts";

export type IncomingOriginal = OriginalHint &
  ParseOptions & { bytes: Uint8Array; receivedVia: ReceivedOriginal["receivedVia"] };

export type ArchivedOriginal = StoredDraft & { draft: UnderstoodDraft };

/**
 * The whole way of an article into the archive: read, parse, understand, store as a draft. Who
 * archives many reads the gazetteer once and gives it. Throws `AppError` "invalid_input",
 * "payload_too_large" or "unsupported_media_type" where the bytes are no readable text.
 */
export async function archiveOriginal(
  { bytes, receivedVia, mediaType, fileName, charset, ...options }: IncomingOriginal,
  actor: Actor,
  gazetteer?: Gazetteer,
): Promise<ArchivedOriginal> {
  const raw = await readOriginal(bytes, { mediaType, fileName, charset });
  const draft = understand(parseArticle(raw, options), gazetteer ?? (await getGazetteer()));
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
    },
    actor,
  );
  return { ...stored, draft };
}
