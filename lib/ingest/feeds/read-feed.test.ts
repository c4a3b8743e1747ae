import { describe, expect, it } from "vitest";
import { readFeed } from "#lib/ingest/feeds/read-feed.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack } from "#lib/ingest/unpack.ts";

const recordsOf = (text: string, url?: string) => [...(readFeed(text, url)?.records ?? [])];
const entryOf = (inside: string) => recordsOf(`<rss><channel>${inside}</channel></rss>`)[0];
const atomOf = (inside: string) =>
  recordsOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://a.example/n/">
    <title>Courier</title><author><name>Desk</name></author><entry>${inside}</entry></feed>`)[0];

const ITEM = `<item><title>Talks &amp;amp; tea</title><link>https://a.example/1</link>
  <pubDate>Thu, 27 Feb 2025 10:15:00 +0200</pubDate><dc:creator>Ada Brook</dc:creator>
  <description>Ministers met.</description><category>World</category>
  <slash:comments>12</slash:comments>
  <content:encoded><![CDATA[<p>Ministers met.</p><p>They left.</p>]]></content:encoded></item>`;
const rss = (items: string) => `<?xml version="1.0"?><rss version="2.0"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>
  <lastBuildDate>Fri, 28 Feb 2025 00:00:00 GMT</lastBuildDate>${items}</channel></rss>`;

describe("an entry of a feed", () => {
  it("in RSS 2.0 has all that an article needs", async () => {
    const records = recordsOf(rss(ITEM));
    expect(records).toEqual([
      {
        title: "Talks & tea",
        url: "https://a.example/1",
        published: "Thu, 27 Feb 2025 10:15:00 +0200",
        authors: ["Ada Brook"],
        summaryText: "Ministers met.",
        bodyHtml: "<p>Ministers met.</p><p>They left.</p>",
        outlet: "Courier",
        topics: ["World"],
      },
    ]);
    const items = [];
    for await (const item of unpack(Buffer.from(rss(ITEM)))) items.push(item);
    const draft = await draftFromBytes(items[0]?.bytes ?? new Uint8Array(), items[0]?.hint);
    expect(draft).toMatchObject({
      headline: { value: "Talks & tea" },
      publishedOn: { value: "2025-02-27" },
      publishedAt: { value: "2025-02-27T10:15:00+02:00" },
      outlet: { value: "Courier" },
      bylines: [{ name: { value: "Ada Brook" } }],
      summary: { value: "Ministers met." },
      paragraphs: [{ value: "Ministers met." }, { value: "They left." }],
      unused: [],
    });
  });

  it("is the same bytes in the next file, at another place, with other comments", async () => {
    const bytesOf = async (text: string, at: number) => {
      const items = [];
      for await (const { bytes } of unpack(Buffer.from(text))) items.push(Buffer.from(bytes));
      return items[at]?.toString();
    };
    const later = rss(`<item><title>New</title></item>\n${ITEM.replace("12", "340")}`).replace(
      "28 Feb",
      "29 Mar",
    );
    expect(await bytesOf(later, 1)).toBe(await bytesOf(rss(ITEM), 0));
  });

  it("in Atom takes language, author and base from the feed", () => {
    expect(
      atomOf(`<title type="html">&lt;b&gt;Talks&lt;/b&gt; open</title><link rel="edit" href="e"/>
        <link href="../1.html"/><updated>2025-02-27T10:15:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <i>met</i>.</p></div></content>
        <summary type="text">1 &lt; 2</summary>`),
    ).toEqual({
      title: "Talks open",
      url: "https://a.example/1.html",
      published: "2025-02-27T10:15:00Z",
      authors: ["Desk"],
      bodyHtml: "<p>They <i>met</i>.</p>",
      summaryText: "1 < 2",
      outlet: "Courier",
      language: "en-GB",
    });
  });

  it("in RDF stands beside its channel", () => {
    const text = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel r:about="x"><title>Courier</title></channel>
      <image><title>Logo</title></image>
      <item r:about="https://a.example/1"><title>Talks</title><d:date>2025-02-27</d:date></item></r:RDF>`;
    expect(recordsOf(text)).toEqual([
      {
        title: "Talks",
        url: "https://a.example/1",
        published: "2025-02-27",
        outlet: "Courier",
      },
    ]);
  });

  it.each([
    ["a permalink", "<guid>https://a.example/9</guid>", "https://a.example/9"],
    ["no permalink", '<guid isPermaLink="false">https://a.example/9</guid>', undefined],
    ["an identifier", "<guid>urn:9</guid>", undefined],
    ["a relative link", "<link>/9</link>", "https://a.example/9"],
  ])("has an address from %s", (_, inside, url) => {
    const text = `<rss><channel><item>${inside}</item></channel></rss>`;
    expect(recordsOf(text, "https://a.example/feed.xml")[0]?.url).toBe(url);
  });

  it.each([
    ["<author>ada@a.example (Ada Brook)</author>", ["Ada Brook"]],
    ["<author>Ada Brook &lt;ada@a.example&gt;</author>", ["Ada Brook"]],
    ["<author>ada@a.example</author>", ["ada@a.example"]],
    ["<author/>", undefined],
  ])("names people in the ways of feeds: %s", (inside, authors) => {
    expect(entryOf(`<item>${inside}<title>T</title></item>`)?.authors).toEqual(authors);
  });

  it("may stand alone", () => {
    const text = `<entry xmlns="http://www.w3.org/2005/Atom"><title>Talks</title></entry>`;
    expect(recordsOf(text)).toEqual([{ title: "Talks" }]);
  });

  it("undoes base64, and keeps text that only looks like tags", () => {
    const coded = Buffer.from("<p>They met.</p>").toString("base64");
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <content mode="base64" type="text/html">${coded}</content><title>1 &lt; 2 &gt; 0</title></entry></feed>`;
    expect(recordsOf(old)).toEqual([{ title: "1 < 2 > 0", bodyHtml: "<p>They met.</p>" }]);
  });

  it("keeps what no field is for, and the credits and captions of its pictures", () => {
    const text = `<rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item><title>T</title>
      <m:content url="p.jpg"><m:credit>EPA</m:credit><m:description>A harbour</m:description></m:content>
      <x:rating xmlns:x="urn:x">5</x:rating></item></channel></rss>`;
    expect(recordsOf(text)[0]).toMatchObject({
      credits: ["EPA"],
      captions: ["A harbour"],
      other: { "x:rating": ["5"] },
    });
  });
});

describe("a feed that is broken or made to do harm", () => {
  it("is read as far as it goes", () => {
    expect(recordsOf("<rss><channel><item><title>One & two<description>Cut")).toHaveLength(1);
    expect(
      recordsOf("<rss><channel><item><title>A</item><item><title>B</title></item>"),
    ).toHaveLength(2);
  });

  it("expands an entity of its own once, and none within it", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&a; &c; &x;</title></item></channel></rss>`;
    expect(recordsOf(bomb)[0]?.title).toBe("aaaaaaaaaa &c; &x;");
  });

  it("nested without end takes no longer than it is long", () => {
    const deep = `<rss><channel><item><title>${"<b>".repeat(200_000)}x${"</i>".repeat(200_000)}`;
    const before = Date.now();
    expect(recordsOf(deep).length).toBeLessThanOrEqual(1);
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  it("of many entries is read one at a time", () => {
    const many = rss(ITEM.repeat(20_000));
    let count = 0;
    for (const record of readFeed(many)?.records ?? []) count += record.title ? 1 : 0;
    expect(count).toBe(20_000);
  });

  it("without entries says so", async () => {
    for await (const item of unpack(Buffer.from("<rss><channel></channel></rss>")))
      expect(item.error?.message).toContain("no entries");
  });
});
