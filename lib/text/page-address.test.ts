import { describe, expect, it } from "vitest";
import { pageAddressOf } from "#lib/text/page-address.ts";

describe("one page", () => {
  it.each([
    ["https://example.org/2025/talks", "example.org/2025/talks"],
    ["http://example.org/2025/talks", "example.org/2025/talks"],
    ["https://www.example.org/2025/talks/", "example.org/2025/talks"],
    ["HTTPS://WWW.Example.ORG:443/2025/talks", "example.org/2025/talks"],
    ["http://example.org:80/2025//talks#comments", "example.org/2025/talks"],
    ["https://example.org:8443/2025/talks", "example.org:8443/2025/talks"],
    ["https://m.example.org/2025/talks", "example.org/2025/talks"],
    ["https://amp.example.org/2025/talks/amp", "example.org/2025/talks"],
    ["https://example.org/2025/talks/index.html", "example.org/2025/talks"],
    [
      "https://example.org/2025/talks?utm_source=x&utm_medium=y&fbclid=1&gclid=2",
      "example.org/2025/talks",
    ],
    ["https://example.org/story?id=7&utm_campaign=z", "example.org/story?id=7"],
    ["https://example.org/story?b=2&a=1", "example.org/story?a=1&b=2"],
    ["https://example.org/?p=123", "example.org?p=123"],
    [
      "https://web.archive.org/web/20250301120000/https://www.example.org/2025/talks",
      "example.org/2025/talks",
    ],
    ["https://example.org/talks", "example.org/talks"],
    ["https://example.org/Talks", "example.org/Talks"],
    [
      "https://example.org/topics/ukraine/what-the-deal-says",
      "example.org/topics/ukraine/what-the-deal-says",
    ],
  ])("%s → %s", (address, page) => {
    expect(pageAddressOf(address)).toBe(page);
  });

  it("is one however its letters are escaped", () => {
    expect(pageAddressOf("https://example.org/перемовини-про-зерно")).toBe(
      pageAddressOf(encodeURI("https://example.org/перемовини-про-зерно").toLowerCase()),
    );
  });
});

describe("no page of its own", () => {
  it.each([
    [null],
    [""],
    ["not an address"],
    ["ftp://example.org/2025/talks"],
    ["mailto:desk@example.org"],
    ["https://example.org"],
    ["https://www.example.org/"],
    ["https://example.org/index.html"],
    ["https://example.org/?utm_source=feed"],
    ["https://example.org/#top"],
    ["https://example.org/news"],
    ["https://example.org/en/news/"],
    ["https://example.org/world/europe"],
    ["https://example.org/news/rss.xml"],
    ["https://example.org/topics/ukraine"],
    ["https://example.org/search?q=backstop"],
    ["https://example.org/news?page=2"],
    ["https://example.org/author/ada"],
    [`https://example.org/${"a".repeat(3_000)}`],
  ])("%s", (address) => {
    expect(pageAddressOf(address)).toBeNull();
  });

  it("two addresses of different pages", () => {
    expect(pageAddressOf("https://example.org/story?id=7")).not.toBe(
      pageAddressOf("https://example.org/story?id=8"),
    );
  });
});
