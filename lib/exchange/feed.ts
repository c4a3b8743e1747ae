import { Feed, type Item } from "feed";
import type { ReleasedArticleLine } from "#lib/articles/types.ts";

export const FEED_LENGTH = 50;

export type FeedFormat = "atom" | "json";

type FeedSource = {
  title: string;
  description: string;
  /** The page within the site that the feed follows: `/`, `/topics/sanctions`. */
  path: string;
  /** The feed's own address without its ending: `/feed`, `/topics/sanctions/feed`. */
  feedPath: string;
  articles: readonly ReleasedArticleLine[];
};

const CONTENT_TYPES: Record<FeedFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** XML 1.0 has no form at all for these; a feed that holds one cannot be read. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * A feed of articles as a response: Atom 1.0 or JSON Feed 1. Entries carry headline, summary,
 * permalink, outlet, publication day (as midnight UTC) and the last change here, never the text.
 */
export function feedResponse(source: FeedSource, format: FeedFormat, baseUrl: string): Response {
  const feed = new Feed({
    id: `${baseUrl}${source.path}`,
    title: source.title.replace(NOT_IN_XML, ""),
    description: source.description.replace(NOT_IN_XML, ""),
    link: `${baseUrl}${source.path}`,
    language: "en-GB",
    generator: false,
    updated: lastChangeOf(source.articles),
    feedLinks: {
      atom: `${baseUrl}${source.feedPath}.xml`,
      json: `${baseUrl}${source.feedPath}.json`,
    },
    author: { name: "The Diplomacy Archive", link: baseUrl },
  });
  for (const article of source.articles) feed.addItem(toItem(article, format, baseUrl));
  const body = format === "atom" ? feed.atom1() : feed.json1();
  return new Response(body, { headers: { "Content-Type": CONTENT_TYPES[format] } });
}

function toItem(article: ReleasedArticleLine, format: FeedFormat, baseUrl: string): Item {
  const link = `${baseUrl}${article.path}`;
  const title = article.headlineProposed ? `[${article.headline}]` : article.headline;
  return {
    id: link,
    link,
    // An Atom title is HTML, that of a JSON feed plain text; summaries are HTML in both.
    title: format === "atom" ? toHtml(title) : title,
    ...(article.summary && { description: toHtml(article.summary) }),
    ...(article.outlet && { author: [{ name: article.outlet.name.replace(NOT_IN_XML, "") }] }),
    date: new Date(article.updatedAt),
    published: new Date(`${article.publishedOn}T00:00:00Z`),
  };
}

function toHtml(text: string): string {
  return text
    .replace(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function lastChangeOf(articles: readonly ReleasedArticleLine[]): Date {
  return new Date(Math.max(0, ...articles.map(({ updatedAt }) => Date.parse(updatedAt))));
}
