import { listNewInArchive } from "#lib/articles/data.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { articleEntry } from "#lib/exchange/feed-entries.ts";
import { FEED_LENGTH, feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";
import { getTopic } from "#lib/topics/data.ts";

/** The feed of everything: what the archive published last, since old articles come in too. */
export async function archiveFeed(format: FeedFormat): Promise<Response> {
  const source = {
    title: "The Diplomacy Archive",
    description: "News on the diplomacy between the United Kingdom, the United States and Ukraine.",
    path: "/",
    feedPath: "/feed",
    entries: (await listNewInArchive({}, FEED_LENGTH)).map(articleEntry),
  };
  return feedResponse(source, format, getEnv().ARCHIVE_URL);
}

/** The feed of one topic; a merged one redirects. Throws `AppError` "not_found". */
export async function topicFeed(topicId: string, format: FeedFormat): Promise<Response> {
  const found = await getTopic(topicId);
  if (!found) throw new AppError("not_found", "There is no such topic.");
  const baseUrl = getEnv().ARCHIVE_URL;
  if (found.state === "merged") {
    const ending = format === "atom" ? "xml" : "json";
    return Response.redirect(`${baseUrl}/topics/${found.intoId}/feed.${ending}`, 308);
  }
  const { id, label, definition } = found.topic;
  const articles = await listNewInArchive({ topicId: id }, FEED_LENGTH);
  const path = `/topics/${id}`;
  const source = { title: `${label} · The Diplomacy Archive`, description: definition, path };
  const entries = articles.map(articleEntry);
  return feedResponse({ ...source, feedPath: `${path}/feed`, entries }, format, baseUrl);
}
