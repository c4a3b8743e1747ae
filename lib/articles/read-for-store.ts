/** From bytes to what is to be stored of them: pure, so that it may be done in another thread. */
import { ENTERED } from "#lib/articles/carry-places.ts";
import type { ReceivedOriginal } from "#lib/articles/mutations-draft.ts";
import { AppError } from "#lib/errors.ts";
import {
  parseArticle,
  readOriginal,
  understand,
  type Gazetteer,
  type UnderstoodDraft,
} from "#lib/ingest/pipeline.ts";
import type { OriginalHint } from "#lib/ingest/pipeline-sources.ts";
import type { ArticleDraft, ParseOptions } from "#lib/ingest/types.ts";

/** Feeds date their entries well; some give the day of an update. */
const DAY_CONFIDENCE = 0.9;

export type IncomingOriginal = OriginalHint &
  ParseOptions &
  Pick<ReceivedOriginal, "bytes" | "receivedVia" | "fetchedFrom" | "rules"> & {
    /** Where it was published, as whoever sends it says. */
    sourceUrl?: string;
    /** It was one of many at `fetchedFrom`, which is therefore not its own address. */
    isPart?: boolean;
    /** Where it is filed: `always`, or only where it names no outlet itself. */
    outlet?: { name: string; always: boolean };
    /** The day on which it was published, `YYYY-MM-DD`, where it does not say so itself. */
    publishedOn?: string;
  };

export type ReadOriginal = ReceivedOriginal & { draft: UnderstoodDraft };

/** An original read, parsed and understood, or why it cannot be. */
export async function readForStore(
  {
    bytes,
    receivedVia,
    fetchedFrom,
    rules,
    isPart = false,
    outlet,
    publishedOn,
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
    const given = withGiven(parseArticle(raw, options), sourceUrl);
    const parsed = withAddress(given, isPart ? undefined : hint.url);
    const draft = understand(withDay(withOutlet(parsed, outlet), publishedOn), gazetteer);
    const { encoding, isExtracted } = raw;
    return {
      ...{ bytes, receivedVia, fetchedFrom, rules, fileName, encoding, isExtracted },
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

function withOutlet(draft: ArticleDraft, outlet: IncomingOriginal["outlet"]): ArticleDraft {
  if (!outlet || (draft.outlet && !outlet.always)) return draft;
  const named = { value: outlet.name, span: null, rule: "filed-under", confidence: 1 };
  return { ...draft, outlet: named };
}

function withDay(draft: ArticleDraft, day: string | undefined): ArticleDraft {
  if (!day || draft.publishedOn) return draft;
  const publishedOn = { value: day, span: null, rule: "said-by-feed", confidence: DAY_CONFIDENCE };
  return { ...draft, publishedOn };
}
