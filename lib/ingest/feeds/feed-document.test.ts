import { describe, expect, it } from "vitest";
import { feedAddressesIn } from "./feed-addresses.ts";
import { readFeedDocument } from "./feed-document.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rss = (head: string, items = "") =>
  `<rss version="2.0"><channel><title>Courier</title>${head}${items}</channel></rss>`;
const SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

describe("a feed as it is followed", () => {
  it.each([
    [rss("<ttl>120</ttl>"), 120],
    [rss("<ttl>soon</ttl>"), null],
    [rss(`<sy:updatePeriod ${SY}>daily</sy:updatePeriod>`), 1440],
    [
      rss(
        `<sy:updatePeriod ${SY}>hourly</sy:updatePeriod><sy:updateFrequency ${SY}>4</sy:updateFrequency>`,
      ),
      15,
    ],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title></feed>', null],
    ['{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": []}', null],
  ])("says how often it changes, also without an entry: %s", (text, everyMinutes) => {
    const feed = readFeedDocument(bytesOf(text));
    expect([feed?.title, feed?.everyMinutes]).toEqual(["Courier", everyMinutes]);
    expect([...(feed?.items ?? [])]).toEqual([]);
  });

  it("gives its entries as the import of its file does, as far as it is whole", () => {
    const items = "<item><title>One</title><guid>1</guid></item><item><title>Two";
    const feed = readFeedDocument(bytesOf(`<rss><channel><title>Courier</title>${items}`));
    const records = [...(feed?.items ?? [])].map(({ bytes }) => JSON.parse(String(bytes)));
    expect(records[0]).toEqual({ title: "One", id: "1", outlet: "Courier" });
  });

  it.each(["<!doctype html><title>Page</title><p>Text", '{"title": "No feed"}', "Prose.", ""])(
    "is not %j",
    (text) => expect(readFeedDocument(bytesOf(text))).toBeNull(),
  );
});

it("finds the feeds that a page names", () => {
  const link = (type: string, href: string, more = "") =>
    `<link rel="alternate" type="${type}" href="${href}" ${more}>`;
  const html = `<head><base href="/news/">${[
    link("application/rss+xml", "feed.xml", 'title="News"'),
    link("application/rss+xml", "feed.xml"),
    link("application/rss+xml", "https://x.example/comments/feed/"),
    link("application/atom+xml; charset=utf-8", "https://y.example/atom"),
    link("text/html", "/mobile"),
    link("application/rss+xml", "javascript:alert(1)"),
  ].join("")}`;
  expect(feedAddressesIn(bytesOf(html), { url: "https://x.example/a/b" })).toEqual([
    { address: "https://x.example/news/feed.xml", title: "News" },
    { address: "https://y.example/atom", title: null },
  ]);
});
