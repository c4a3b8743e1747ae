import { AppError } from "#lib/errors.ts";
import { findOutletOf } from "#lib/feeds/data-choices.ts";
import { describeFault } from "#lib/feeds/feed-fault.ts";
import { identify } from "#lib/feeds/entry-identity.ts";
import { MAX_FEED_BYTES, requireFeed } from "#lib/feeds/require-feed.ts";
import type { FeedPreview } from "#lib/feeds/types.ts";
import { fetchIfChanged, type FetchedPage, type Refetched } from "#lib/http/fetch-outside.ts";
import {
  draftFromBytes,
  feedAddressesIn,
  isTeaser,
  readFeedDocument,
  type FeedDocument,
} from "#lib/ingest/pipeline.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

const ENTRIES_SHOWN = 5;
/** Enough to tell what the others are like. */
const ENTRIES_LOOKED_AT = 100;
const NEVER_HAD = { etag: null, lastModified: null };

/**
 * What an address, as its schema gives it, would bring if it were followed: itself where it is a feed, else the first feed that
 * the page there names. Throws `AppError` that says why it would bring nothing.
 */
export async function tryFeed(address: string): Promise<FeedPreview> {
  const { page, movedTo } = await fetchFirst(address);
  const hint = { url: page.url, ...(page.charset && { charset: page.charset }) };
  const feed = readFeedDocument(page.bytes, hint);
  if (feed) return await toPreview(movedTo ?? address, feed, []);
  const [named, ...others] = feedAddressesIn(page.bytes, hint);
  if (!named) throw noFeed();
  const found = await fetchFirst(named.address);
  return await toPreview(found.movedTo ?? named.address, requireFeed(found.page), others);
}

async function fetchFirst(address: string): Promise<Refetched & { page: FetchedPage }> {
  try {
    const fetched = await fetchIfChanged(address, MAX_FEED_BYTES, NEVER_HAD);
    return { ...fetched, page: fetched.page as FetchedPage };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = describeFault(error);
    // A fault of theirs is no fault of ours, which would be logged with a request's number.
    const fields = { address: message };
    throw new AppError("invalid_input", message, { cause: error, details: { fields } });
  }
}

async function toPreview(
  address: string,
  { title, items }: FeedDocument,
  others: FeedPreview["others"],
): Promise<FeedPreview> {
  const name = title ?? new URL(address).host;
  const entries = identify(items);
  const drafts: ArticleDraft[] = [];
  for (const { item } of entries.slice(0, ENTRIES_LOOKED_AT)) {
    if (!item.error) drafts.push(await draftFromBytes(item.bytes, item.hint).catch(toNothing));
  }
  const readable = drafts.filter((draft) => draft !== NOTHING);
  return {
    address,
    title: name,
    entryCount: entries.length,
    teaserCount: readable.filter((draft) => isTeaser(draft) || draft.paragraphs.length === 0)
      .length,
    entries: readable.slice(0, ENTRIES_SHOWN).map(({ headline, publishedOn }) => ({
      headline: headline?.value ?? null,
      publishedOn: publishedOn?.value ?? null,
    })),
    others,
    outletId: await findOutletOf(address, name),
  };
}

const NOTHING = {} as ArticleDraft;

function toNothing(error: unknown): ArticleDraft {
  if (error instanceof AppError) return NOTHING;
  throw error;
}

function noFeed(): AppError {
  const message =
    "This is no feed, and the page names none. Look on the site for “RSS” or “feed” and give that address.";
  return new AppError("invalid_input", message, { details: { fields: { address: message } } });
}
