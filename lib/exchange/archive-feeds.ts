import { listArticles, listLatestArticles } from "#lib/articles/data.ts";
import { getEnv } from "#lib/env.ts";
import { FEED_LENGTH, feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";
import { getTopic } from "#lib/topics/data.ts";

/** The feed of everything: the newest articles by publication day. */
export async function archiveFeed(format: FeedFormat): Promise<Response> {
  const source = {
    title: "The Diplomacy Archive",
    description: "News on the diplomacy between the United Kingdom, the United States and Ukraine.",
    path: "/",
    feedPath: "/feed",
    articles: await listLatestArticles(FEED_LENGTH),
  };
  return feedResponse(source, format, getEnv().ARCHIVE_URL);
}

/** The feed of one topic; a merged one redirects, an unknown one is 404. */
export async function topicFeed(topicId: string, format: FeedFormat): Promise<Response> {
  const found = await getTopic(topicId);
  if (!found) return new Response("There is no such topic.\n", { status: 404 });
  const baseUrl = getEnv().ARCHIVE_URL;
  if (found.state === "merged") {
    const ending = format === "atom" ? "xml" : "json";
    return Response.redirect(`${baseUrl}/topics/${found.intoId}/feed.${ending}`, 308);
  }
  const { id, label, definition } = found.topic;
  const { items } = await listArticles({ topicId: id }, { page: 1, pageSize: FEED_LENGTH });
  const path = `/topics/${id}`;
  const source = { title: `${label} · The Diplomacy Archive`, description: definition, path };
  return feedResponse({ ...source, feedPath: `${path}/feed`, articles: items }, format, baseUrl);
}
