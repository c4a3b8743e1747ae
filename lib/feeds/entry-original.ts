/** What of an entry is archived: its page, where that is wanted and can be had, else what the feed has. */
import type { IncomingOriginal } from "#lib/articles/mutations-ingest.ts";
import { AppError, toAppError } from "#lib/errors.ts";
import type { FeedItem } from "#lib/feeds/entry-identity.ts";
import type { FeedRun } from "#lib/feeds/mutations-lease.ts";
import { fetchOutside, type FetchedPage } from "#lib/http/fetch-outside.ts";
import { inTurn } from "#lib/http/host-turn.ts";
import { draftFromBytes, isTeaser } from "#lib/ingest/pipeline.ts";
import { MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline-sources.ts";
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

/** The site of an entry's page wants to be left alone: the entry is for a later poll. */
export class SiteBusy extends AppError {}

type EntryOriginal = {
  incoming: IncomingOriginal;
  /** Why there is no more than a teaser. */
  note: string | null;
};

/**
 * The original of an entry, whose draft is given. Throws `SiteBusy` where the site of its page asks for
 * patience (429, 503): then the entry is left for the next poll, at most three times in a row.
 */
export async function originalOf(
  run: FeedRun,
  { item, address }: FeedItem,
  draft: ArticleDraft,
  circumstances: Circumstances,
): Promise<EntryOriginal> {
  const { rules } = run;
  const outlet = outletOf(run, draft, circumstances.feedTitle);
  const entry: IncomingOriginal = {
    ...item.hint,
    ...{ bytes: item.bytes, receivedVia: "fetch", isPart: true },
    ...{ fetchedFrom: circumstances.feedUrl, rules, outlet },
  };
  const isShort = isTeaser(draft) || draft.paragraphs.length === 0;
  if (!run.fetchesFullText || !isShort) return { incoming: entry, note: null };
  const page = address ? await fetchPage(run, address, circumstances) : noAddress();
  const problem = page instanceof AppError ? page.message : await whyNoFuller(page, draft);
  if (problem !== null || page instanceof AppError) {
    // A teaser that was to be more is not published unseen.
    const incoming = { ...entry, rules: { ...rules, publishesItself: false } };
    return { incoming, note: `Only what the feed has: ${problem}` };
  }
  const { bytes, url } = page;
  const incoming: IncomingOriginal = {
    ...hintOf(page),
    ...{ bytes, receivedVia: "fetch", fetchedFrom: url, rules, outlet },
    publishedOn: draft.publishedOn?.value,
  };
  return { incoming, note: null };
}

/** The outlet that was chosen goes before the title of its feed, which feeds give for the outlet. */
function outletOf(
  { outletName }: FeedRun,
  { outlet }: ArticleDraft,
  feedTitle: string | null,
): IncomingOriginal["outlet"] {
  const named = outlet?.value ?? null;
  if (outletName && (named === null || named === feedTitle))
    return { name: outletName, always: true };
  return named ? { name: named, always: false } : undefined;
}

function hintOf({ mediaType, charset, url }: FetchedPage) {
  return { ...(mediaType && { mediaType }), ...(charset && { charset }), url };
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
    if (signal.aborted) throw failure;
    if (!isBusy || run.failures >= PATIENCE_POLLS) return failure;
    throw new SiteBusy(failure.code, failure.message, { cause: failure, details: failure.details });
  }
}

/** A page that asks for consent, or hides its text from programs, has less than the feed. */
async function whyNoFuller(page: FetchedPage, teaser: ArticleDraft): Promise<string | null> {
  try {
    const isFuller = lengthOf(await draftFromBytes(page.bytes, hintOf(page))) > lengthOf(teaser);
    return isFuller ? null : `${page.url} has no more text.`;
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
