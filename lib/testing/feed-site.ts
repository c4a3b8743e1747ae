import type { RequestListener } from "node:http";

/** Long enough to be a text, not a teaser. */
export const FEED_TEXT =
  "Ministers met in the harbour on Thursday to sign the treaty on grain. ".repeat(30);

type Entry = { id: string; title?: string; text?: string; teaser?: string; more?: string };

/** An RSS feed whose entries have the page `/id` of a site. */
export function rss({ origin }: { origin: string }, ...entries: Entry[]): string {
  const items = entries.map(
    ({ id, title = `Talks ${id}`, text, teaser, more = "" }) => `<item><guid>${id}</guid>
      <title>${title}</title><link>${origin}/${id}</link>${more}
      <pubDate>Thu, 27 Feb 2025 10:00:00 GMT</pubDate><description>${teaser ?? ""}</description>
      ${text ? `<content:encoded><![CDATA[${text}]]></content:encoded>` : ""}</item>`,
  );
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Northmark Courier: all news</title>${items.join("")}</channel></rss>`;
}

/** An entry with its text. */
export function whole(id: string, more: Partial<Entry> = {}): Entry {
  return { id, text: `<p>${id}. ${FEED_TEXT}</p>`, ...more };
}

/** Answers with this, as XML unless the headers say otherwise. */
export function answer(
  body: string,
  headers: Record<string, string> = {},
  status = 200,
): RequestListener {
  return (_req, res) =>
    res.writeHead(status, { "content-type": "application/xml", ...headers }).end(body);
}

/** The page of an entry, with more text than any feed has. */
export function pageOf(id: string): RequestListener {
  return answer(
    `<!doctype html><html lang="en"><head><title>Talks ${id}</title></head><body><article><h1>Talks ${id}</h1>
     ${`<p>In full, ${id}. ${FEED_TEXT}</p>`.repeat(3)}</article></body></html>`,
    { "content-type": "text/html; charset=utf-8" },
  );
}
