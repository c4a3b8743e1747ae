import { Feed, type Item } from "feed";

/** What a feed lists: an article, a statement. */
export type FeedEntry = {
  /** Its permanent address within the site. */
  path: string;
  /** Plain text, as is the summary. */
  title: string;
  summary: string | null;
  author: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string;
  /** ISO 8601. */
  updatedAt: string;
};

export const FEED_LENGTH = 50;

export type FeedFormat = "atom" | "json";

export type FeedSource = {
  title: string;
  description: string;
  /** The page within the site that the feed follows: `/`, `/topics/sanctions`. */
  path: string;
  /** The feed's own address without its ending: `/feed`, `/topics/sanctions/feed`. */
  feedPath: string;
  /** What follows that ending: `?q=talks`. */
  parameters?: string;
  entries: readonly FeedEntry[];
};

const CONTENT_TYPES: Record<FeedFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** XML 1.0 has no form at all for these; a feed that holds one cannot be read. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * A feed as a response: Atom 1.0 or JSON Feed 1. Entries carry title, summary, permalink, author,
 * publication day (as midnight UTC) and the last change here.
 */
export function feedResponse(source: FeedSource, format: FeedFormat, baseUrl: string): Response {
  const { feedPath, parameters = "" } = source;
  const feed = new Feed({
    id: `${baseUrl}${source.path}`,
    title: source.title.replace(NOT_IN_XML, ""),
    description: source.description.replace(NOT_IN_XML, ""),
    link: `${baseUrl}${source.path}`,
    language: "en-GB",
    generator: false,
    updated: lastChangeOf(source.entries),
    feedLinks: {
      atom: `${baseUrl}${feedPath}.xml${parameters}`,
      json: `${baseUrl}${feedPath}.json${parameters}`,
    },
    author: { name: "The Diplomacy Archive", link: baseUrl },
  });
  for (const entry of source.entries) feed.addItem(toItem(entry, format, baseUrl));
  const body = format === "atom" ? feed.atom1() : feed.json1();
  return new Response(body, { headers: { "Content-Type": CONTENT_TYPES[format] } });
}

function toItem(entry: FeedEntry, format: FeedFormat, baseUrl: string): Item {
  const link = `${baseUrl}${entry.path}`;
  return {
    id: link,
    link,
    // An Atom title is HTML, that of a JSON feed plain text; summaries are HTML in both.
    title: format === "atom" ? toHtml(entry.title) : entry.title,
    ...(entry.summary && { description: toHtml(entry.summary) }),
    ...(entry.author && { author: [{ name: entry.author.replace(NOT_IN_XML, "") }] }),
    date: new Date(entry.updatedAt),
    published: new Date(`${entry.publishedOn}T00:00:00Z`),
  };
}

function toHtml(text: string): string {
  return text
    .replace(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function lastChangeOf(entries: readonly FeedEntry[]): Date {
  return new Date(Math.max(0, ...entries.map(({ updatedAt }) => Date.parse(updatedAt))));
}
