import { listNewInArchive } from "#lib/articles/data.ts";
import { getEnv } from "#lib/env.ts";
import { articleEntry } from "#lib/exchange/feed-entries.ts";
import { FEED_LENGTH, feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";
import { followSearch } from "#lib/search/data-addressed.ts";

/** The feed of a search: what of it the archive published last, however its page is sorted. */
export async function searchFeed(request: Request, format: FeedFormat): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { text, path, ids } = await followSearch(searchParams, FEED_LENGTH);
  const articles = await listNewInArchive({ ids }, FEED_LENGTH);
  const source = {
    title: `${text || "Search"} · The Diplomacy Archive`,
    description: "What the archive publishes that this search finds.",
    path,
    feedPath: "/search/feed",
    parameters: path.slice("/search".length),
    entries: articles.map(articleEntry),
  };
  return feedResponse(source, format, getEnv().ARCHIVE_URL);
}
