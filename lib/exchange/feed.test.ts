import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { ReleasedArticleLine } from "#lib/articles/types.ts";
import { feedResponse, type FeedFormat } from "#lib/exchange/feed.ts";

const HOSTILE = `]]></title><script>alert(1)</script> & <b>\u0001`;
const ARTICLE: ReleasedArticleLine = {
  id: "0199",
  path: "/2025/02/27/ministers-meet",
  headline: HOSTILE,
  headlineProposed: false,
  summary: HOSTILE,
  publishedOn: "2025-02-27",
  outlet: { slug: "courier", name: "Courier & <Sons>" },
  verification: "verified",
  updatedAt: "2026-03-01T10:20:30.000Z",
};

function feedOf(articles: ReleasedArticleLine[], format: FeedFormat) {
  const source = {
    ...{
      title: "Fish & chips",
      description: "All <of> it",
      path: "/topics/x",
      feedPath: "/topics/x/feed",
    },
    articles,
  };
  return feedResponse(source, format, "https://archive.example");
}

async function atomOf(articles: ReleasedArticleLine[]): Promise<Document> {
  const xml = await feedOf(articles, "atom").text();
  const { window } = new JSDOM();
  const document = new window.DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

describe("a feed", () => {
  it("says what it is and where", async () => {
    const response = feedOf([ARTICLE], "atom");
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const atom = await atomOf([ARTICLE]);
    expect(atom.querySelector("feed > title")?.textContent).toBe("Fish & chips");
    expect(atom.querySelector("feed > link[rel=self]")?.getAttribute("href")).toBe(
      "https://archive.example/topics/x/feed.xml",
    );
    expect(atom.querySelector("entry > id")?.textContent).toBe(
      "https://archive.example/2025/02/27/ministers-meet",
    );
    expect(atom.querySelector("entry > published")?.textContent).toContain("2025-02-27T00:00:00");
    expect(atom.querySelector("entry > updated")?.textContent).toBe("2026-03-01T10:20:30.000Z");
    expect(atom.querySelector("feed > updated")?.textContent).toBe("2026-03-01T10:20:30.000Z");
  });

  it("carries hostile text as text", async () => {
    const title = (await atomOf([ARTICLE])).querySelector("entry > title");
    const html = new JSDOM(title?.textContent).window.document;
    expect(title?.getAttribute("type")).toBe("html");
    expect(html.querySelector("script, b")).toBeNull();
    expect(html.body.textContent).toBe(HOSTILE.replace("\u0001", ""));
  });

  it("gives JSON titles as they are, and summaries as HTML", async () => {
    const { items } = JSON.parse(await feedOf([ARTICLE], "json").text());
    expect(items[0].title).toBe(HOSTILE);
    expect(new JSDOM(items[0].content_html).window.document.querySelector("script")).toBeNull();
    expect(items[0].url).toBe("https://archive.example/2025/02/27/ministers-meet");
  });

  it("puts proposed headlines in square brackets", async () => {
    const { items } = JSON.parse(
      await feedOf([{ ...ARTICLE, headline: "A", headlineProposed: true }], "json").text(),
    );
    expect(items[0].title).toBe("[A]");
  });

  it("is whole without articles", async () => {
    expect((await atomOf([])).querySelectorAll("entry")).toHaveLength(0);
  });
});
