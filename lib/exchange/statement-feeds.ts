import { getActor } from "#lib/actors/data.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { statementEntry } from "#lib/exchange/feed-entries.ts";
import { FEED_LENGTH, feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";
import { listNewStatements } from "#lib/statements/data-feed.ts";
import { getTopic } from "#lib/topics/data.ts";

const ENDINGS: Record<FeedFormat, string> = { atom: "xml", json: "json" };

/** The feed of all statements: what the archive published last. */
export async function allStatementsFeed(format: FeedFormat): Promise<Response> {
  return await statementsFeed(format, {
    title: "Statements",
    description: "Who said what, when, in the sentence that says so.",
    path: "/statements",
    feedPath: "/statements/feed",
    narrowed: {},
  });
}

/** The feed of what one speaker said; that of a merged one redirects. Throws `AppError` "not_found". */
export async function speakerFeed(actorId: string, format: FeedFormat): Promise<Response> {
  const found = await getActor(actorId);
  if (!found) throw new AppError("not_found", "There is nobody of this name here.");
  if (found.state === "merged") return movedTo(`/people/${found.intoId}/statements`, format);
  const { id, name } = found.actor;
  return await statementsFeed(format, {
    title: `${name}: statements`,
    description: `What ${name} said, in the sentence that says so.`,
    path: `/people/${id}`,
    feedPath: `/people/${id}/statements`,
    narrowed: { speakerId: id },
  });
}

/** The feed of what was said on one topic; that of a merged one redirects. Throws as `speakerFeed`. */
export async function topicStatementsFeed(topicId: string, format: FeedFormat): Promise<Response> {
  const found = await getTopic(topicId);
  if (!found) throw new AppError("not_found", "There is no such topic.");
  if (found.state === "merged") return movedTo(`/topics/${found.intoId}/statements`, format);
  const { id, label } = found.topic;
  return await statementsFeed(format, {
    title: `${label}: statements`,
    description: `What was said on ${label}, in the sentence that says so.`,
    path: `/topics/${id}`,
    feedPath: `/topics/${id}/statements`,
    narrowed: { topicId: id },
  });
}

type StatementsFeed = {
  title: string;
  description: string;
  path: string;
  feedPath: string;
  narrowed: Parameters<typeof listNewStatements>[0];
};

async function statementsFeed(format: FeedFormat, feed: StatementsFeed): Promise<Response> {
  const { narrowed, title, ...source } = feed;
  const statements = await listNewStatements(narrowed, FEED_LENGTH);
  return feedResponse(
    {
      ...source,
      title: `${title} · The Diplomacy Archive`,
      entries: statements.map(statementEntry),
    },
    format,
    getEnv().ARCHIVE_URL,
  );
}

function movedTo(feedPath: string, format: FeedFormat): Response {
  return Response.redirect(`${getEnv().ARCHIVE_URL}${feedPath}.${ENDINGS[format]}`, 308);
}
