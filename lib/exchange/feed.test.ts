import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { feedResponse, type FeedEntry, type FeedFormat } from "#lib/exchange/feed.ts";

const HOSTILE = `]]></title><script>alert(1)</script> & <b>\u0001`;
const ENTRY: FeedEntry = {
  path: "/2025/02/27/ministers-meet",
  title: HOSTILE,
  summary: HOSTILE,
  author: "Courier & <Sons>",
  publishedOn: "2025-02-27",
  updatedAt: "2026-03-01T10:20:30.000Z",
};

function feedOf(entries: FeedEntry[], format: FeedFormat) {
  const source = {
    ...{
      title: "Fish & chips",
      description: "All <of> it",
      path: "/topics/x",
      feedPath: "/topics/x/feed",
    },
    entries,
  };
  return feedResponse(source, format, "https://archive.example");
}

async function atomOf(entries: FeedEntry[]): Promise<Document> {
  const xml = await feedOf(entries, "atom").text();
  const { window } = new JSDOM();
  const document = new window.DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

describe("a feed", () => {
  it("says what it is and where", async () => {
    const response = feedOf([ENTRY], "atom");
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const atom = await atomOf([ENTRY]);
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
    const title = (await atomOf([ENTRY])).querySelector("entry > title");
    const html = new JSDOM(title?.textContent).window.document;
    expect(title?.getAttribute("type")).toBe("html");
    expect(html.querySelector("script, b")).toBeNull();
    expect(html.body.textContent).toBe(HOSTILE.replace("\u0001", ""));
  });

  it("gives JSON titles as they are, and summaries as HTML", async () => {
    const { items } = JSON.parse(await feedOf([ENTRY], "json").text());
    expect(items[0].title).toBe(HOSTILE);
    expect(new JSDOM(items[0].content_html).window.document.querySelector("script")).toBeNull();
    expect(items[0].url).toBe("https://archive.example/2025/02/27/ministers-meet");
  });

  it("is whole without entries", async () => {
    expect((await atomOf([])).querySelectorAll("entry")).toHaveLength(0);
  });
});
