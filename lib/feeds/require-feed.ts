import { AppError } from "#lib/errors.ts";
import type { FetchedPage } from "#lib/http/fetch-outside.ts";
import { readFeedDocument, type FeedDocument } from "#lib/ingest/pipeline.ts";

/** The longest feeds of newspapers have some hundred kilobytes. */
export const MAX_FEED_BYTES = 10 * 1024 ** 2;

/** The feed that was fetched. Throws `AppError` "unsupported_media_type" where it is none. */
export function requireFeed({ bytes, charset, url }: FetchedPage): FeedDocument {
  const feed = readFeedDocument(bytes, { url, ...(charset && { charset }) });
  if (feed) return feed;
  throw new AppError(
    "unsupported_media_type",
    "What stands at this address is no feed: neither RSS, Atom nor JSON Feed. Nothing was stored. Please check the address.",
  );
}
