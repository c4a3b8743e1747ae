import { getEnv } from "#lib/env.ts";
import { FEED_LENGTH, feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";
import { listStories } from "#lib/stories/data.ts";

/** The feed of stories, the latest published first. */
export async function storiesFeed(format: FeedFormat): Promise<Response> {
  const stories = await listStories(FEED_LENGTH);
  return feedResponse(
    {
      title: "Stories · The Diplomacy Archive",
      description: "Events of the archive, joined by an editor into told sequences.",
      path: "/stories",
      feedPath: "/stories/feed",
      entries: stories.map(({ path, title, summary, publishedOn, updatedAt }) => ({
        ...{ path, title, summary, publishedOn, updatedAt },
        author: null,
      })),
    },
    format,
    getEnv().ARCHIVE_URL,
  );
}
