/** What of an entry is archived: its page, where that is wanted and can be had, else what the feed has. */
import type { IncomingOriginal } from "#lib/articles/mutations-ingest.ts";
import { AppError, toAppError } from "#lib/errors.ts";
import type { FeedItem } from "#lib/feeds/entry-identity.ts";
import type { FeedRun } from "#lib/feeds/mutations-lease.ts";
import { fetchOutside, type FetchedPage } from "#lib/http/fetch-outside.ts";
import { inTurn } from "#lib/http/host-turn.ts";
import { draftFromBytes, isTeaser, MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

const BUSY = new Set([429, 503]);
/** A site that has been busy so often in a row will not have the page tomorrow either. */
const PATIENCE_POLLS = 3;

type Circumstances = {
  /** What the feed calls itself, which is no outlet's name where an outlet was chosen. */
  feedTitle: string | null;
  feedUrl: string;
  pauseMs: number;
  signal: AbortSignal;
};

export type EntryOriginal = {
  incoming: IncomingOriginal;
  /** Why there is no more than a teaser. */
  note: string | null;
};

/**
 * The original of an entry, whose draft is given. Throws `AppError` where the site of its page asks for
 * patience (429, 503): then the entry is left for the next poll, at most three times in a row.
 */
export async function originalOf(
  run: FeedRun,
  { item, address }: FeedItem,
  draft: ArticleDraft,
  circumstances: Circumstances,
): Promise<EntryOriginal> {
  const { feedTitle, feedUrl } = circumstances;
  const named = draft.outlet?.value ?? null;
  const isUnnamed = named === null || named === feedTitle;
  const outlet = run.outletName && isUnnamed ? { name: run.outletName, always: true } : undefined;
  const { rules } = run;
  const entry: IncomingOriginal = {
    ...item.hint,
    ...{ bytes: item.bytes, receivedVia: "fetch", fetchedFrom: feedUrl, isPart: true },
    ...{ rules, outlet },
  };
  const wantsPage = run.fetchesFullText && (isTeaser(draft) || draft.paragraphs.length === 0);
  if (!wantsPage) return { incoming: entry, note: null };
  const page = address ? await fetchPage(run, address, circumstances) : noAddress();
  const lacking = page instanceof AppError ? page.message : await whyNoFuller(page, draft);
  if (lacking !== null || page instanceof AppError) {
    // A teaser that was to be more is not published unseen.
    const incoming = { ...entry, rules: { ...rules, publishesItself: false } };
    return { incoming, note: `Only what the feed has: ${lacking}` };
  }
  const { url, bytes, mediaType, charset } = page;
  const incoming: IncomingOriginal = {
    ...{ bytes, receivedVia: "fetch", fetchedFrom: url, rules },
    ...(mediaType && { mediaType }),
    ...(charset && { charset }),
    outlet: outlet ?? (named ? { name: named, always: false } : undefined),
  };
  return { incoming, note: null };
}

async function fetchPage(
  run: FeedRun,
  address: string,
  { pauseMs, signal }: Circumstances,
): Promise<FetchedPage | AppError> {
  try {
    return await inTurn(new URL(address).host, pauseMs, () =>
      fetchOutside(address, MAX_ORIGINAL_BYTES, { signal }),
    );
  } catch (error) {
    const failure = toAppError(error);
    const isBusy = BUSY.has(failure.details.status as number);
    if (signal.aborted || (isBusy && run.failures < PATIENCE_POLLS)) throw failure;
    return failure;
  }
}

/** A page that asks for consent, or hides its text from programs, has less than the feed. */
async function whyNoFuller(
  { bytes, mediaType, charset, url }: FetchedPage,
  teaser: ArticleDraft,
): Promise<string | null> {
  const hint = { mediaType: mediaType ?? undefined, charset: charset ?? undefined, url };
  try {
    const isFuller = lengthOf(await draftFromBytes(bytes, hint)) > lengthOf(teaser);
    return isFuller ? null : `${url} has no more text.`;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function lengthOf({ paragraphs }: ArticleDraft): number {
  return paragraphs.reduce((sum, { value }) => sum + value.length, 0);
}

function noAddress(): AppError {
  return new AppError("not_found", "the entry has no address of a page.");
}
