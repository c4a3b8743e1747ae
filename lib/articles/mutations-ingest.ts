import { setImmediate } from "node:timers/promises";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { ENTERED } from "#lib/articles/carry-places.ts";
import type { ReceivedOriginal } from "#lib/articles/mutations-draft.ts";
import {
  storeOriginalsAsDrafts,
  type StoredDraft,
  type StoreOptions,
} from "#lib/articles/mutations-store.ts";
import type { Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
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
  Pick<ReceivedOriginal, "bytes" | "receivedVia" | "fetchedFrom"> & {
    /** Where it was published, as whoever sends it says. */
    sourceUrl?: string;
  };

export type ArchivedOriginal = StoredDraft & { draft: UnderstoodDraft };

/**
 * The whole way of an article into the archive: read, parse, understand, store as a draft. Who
 * archives many reads the gazetteer once and gives it. Throws `AppError` "invalid_input",
 * "payload_too_large" or "unsupported_media_type" where the bytes are no readable text.
 */
export async function archiveOriginal(
  incoming: IncomingOriginal,
  actor: Actor,
  gazetteer?: Gazetteer,
): Promise<ArchivedOriginal> {
  const [result] = await archiveOriginals([incoming], actor, gazetteer);
  if (result instanceof AppError) throw result;
  return result as ArchivedOriginal;
}

/**
 * As `archiveOriginal` for many, stored (and published, where asked to) in one transaction: what
 * became of each, in order. One that cannot be read is an `AppError` among them and keeps none of
 * the others back.
 */
export async function archiveOriginals(
  incoming: readonly IncomingOriginal[],
  actor: Actor,
  gazetteer?: Gazetteer,
  options: StoreOptions = {},
): Promise<(ArchivedOriginal | AppError)[]> {
  const known = gazetteer ?? (await getGazetteer());
  const read: (ReadOriginal | AppError)[] = [];
  for (const each of incoming) {
    read.push(await readForStore(each, known));
    // What else waits, such as an answer of the database, has its turn between two articles.
    await setImmediate();
  }
  const readable = read.filter((each): each is ReadOriginal => !(each instanceof AppError));
  const stored = (await storeOriginalsAsDrafts(readable, actor, options)).values();
  return read.map((each) =>
    each instanceof AppError
      ? each
      : { ...(stored.next().value as StoredDraft), draft: each.draft },
  );
}

type ReadOriginal = ReceivedOriginal & { draft: UnderstoodDraft };

async function readForStore(
  {
    bytes,
    receivedVia,
    fetchedFrom,
    sourceUrl,
    mediaType,
    fileName,
    charset,
    url,
    ...options
  }: IncomingOriginal,
  gazetteer: Gazetteer,
): Promise<ReadOriginal | AppError> {
  try {
    const hint = { mediaType, fileName, charset, url: url ?? fetchedFrom };
    const raw = await readOriginal(bytes, hint);
    const parsed = withGiven(parseArticle(raw, options), sourceUrl);
    const draft = understand(withAddress(parsed, hint.url), gazetteer);
    const { encoding, isExtracted } = raw;
    return {
      ...{ bytes, receivedVia, fetchedFrom, fileName, encoding, isExtracted },
      ...{ mediaType: raw.mediaType, draft, understanding: draft },
    };
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function withGiven(draft: ArticleDraft, given: string | undefined): ArticleDraft {
  if (!given) return draft;
  const sourceUrl = { value: given, span: null, rule: ENTERED, confidence: 1 };
  return { ...draft, sourceUrl };
}

/** A page that names no address of its own stands where it was found. */
function withAddress(draft: ArticleDraft, url: string | undefined): ArticleDraft {
  if (draft.sourceUrl || !url) return draft;
  const sourceUrl = { value: url, span: null, rule: "fetched-from", confidence: 1 };
  return { ...draft, sourceUrl };
}
