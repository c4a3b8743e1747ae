import { describe, expect, it } from "vitest";
import { buildTree } from "./build-tree.ts";
import { chooseArticles, readJsonLd } from "./json-ld.ts";

function headlinesOf(...scripts: string[]): unknown[] {
  const html = scripts.map((script) => `<script type="application/ld+json">${script}</script>`);
  return chooseArticles(readJsonLd(buildTree(html.join("")))).map(({ headline }) => headline);
}

describe("JSON-LD", () => {
  it.each([
    ["alone", '{"@type":"NewsArticle","headline":"Talks"}'],
    ["in a list", '[{"@type":["Article","Thing"],"headline":"Talks"}]'],
    [
      "in a graph",
      '{"@graph":[{"@type":"WebSite"},{"@type":"http://schema.org/NewsArticle","headline":"Talks"}]}',
    ],
    ["in a comment", '<!-- {"@type":"NewsArticle","headline":"Talks"} -->'],
    ["with commas too many", '{"@type":"NewsArticle","headline":"Talks",}'],
    ["with raw line breaks", '{"@type":"NewsArticle","description":"a\nb","headline":"Talks"}'],
    [
      "with quotation marks in a text",
      '{"@type":"NewsArticle","description":"a "b" c","headline":"Talks"}',
    ],
    ["with a wrong escape", '{"@type":"NewsArticle","description":"a\\\'b","headline":"Talks"}'],
    ["with a semicolon", '{"@type":"NewsArticle","headline":"Talks"};'],
    [
      "twice in one script",
      '{"@type":"WebSite","@id":"a"} {"@type":"NewsArticle","headline":"Talks"}',
    ],
  ])("is read %s", (_, script) => {
    expect(headlinesOf(script)).toEqual(["Talks"]);
  });

  it("puts the article that is described most first", () => {
    const teaser = '{"@type":"NewsArticle","headline":"Other"}';
    const own =
      '{"@type":"NewsArticle","headline":"Talks","author":{"name":"Ada Brook"},"datePublished":"2025-02-27"}';
    expect(headlinesOf(teaser, own)).toEqual(["Talks", "Other"]);
  });

  it("that is beyond repair is left out", () => {
    expect(headlinesOf("{oops", "", "[".repeat(100_000))).toEqual([]);
  });
});
