import { describe, expect, it } from "vitest";
import { htmlToBlocks, htmlToLine, looksLikeHtml } from "#lib/ingest/html-paragraphs.ts";

describe("the paragraphs of a piece of HTML", () => {
  it.each([
    ["<p>One</p><p>Two</p>", ["One", "Two"]],
    ["One<br/><br>Two<br>more", ["One", "Two more"]],
    ["<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]],
    ["One &amp;\n <b>t</b>wo &nbsp;&ndash; 3", ["One & two – 3"]],
    ["<script>alert(1)</script>One<style>p{}</style><svg><text>no</text></svg>", ["One"]],
    ['<img src=x onerror="alert(1)">One<p hidden>no</p>', ["One"]],
    ["One<iframe src=x><p>in a frame</p></iframe>", ["One in a frame"]],
    ["One<object data=x> Two", ["One Two"]],
    ["1 < 2 and <unknown>three</unknown>", ["1 < 2 and three"]],
    ["<![CDATA[One]]>", ["One"]],
    ["", []],
  ])("%j", (html, texts) => {
    expect(htmlToBlocks(html).map(({ text }) => text)).toEqual(texts);
  });

  it("are told from headings, list items and captions", () => {
    const html =
      "<h2>What next</h2><p>One</p><ul><li>a</li><li>b</li></ul><figure><figcaption>c</figcaption></figure><p>Two</p>";
    expect(htmlToBlocks(html).map(({ rule, text }) => `${rule} ${text}`)).toEqual([
      "sub-heading What next",
      "paragraph One",
      "list-item a",
      "list-item b",
      "caption c",
      "paragraph Two",
    ]);
  });

  it.each([
    ["<p".repeat(300_000)],
    ["<b>".repeat(300_000) + "</i>".repeat(300_000)],
    ["<!--".repeat(300_000)],
    ["&".repeat(1_000_000)],
    ["<a ".repeat(100_000) + "x=".repeat(100_000)],
    ["< a".repeat(300_000)],
  ])("take no longer than they are long: %#", (html) => {
    const before = Date.now();
    htmlToLine(html);
    looksLikeHtml(html);
    expect(Date.now() - before).toBeLessThan(3_000);
  });

  it("is told from text", () => {
    expect(looksLikeHtml("<p>One</p>")).toBe(true);
    expect(looksLikeHtml("Tea &amp; talks")).toBe(true);
    expect(looksLikeHtml("1 < 2 and a > b")).toBe(false);
    expect(looksLikeHtml("AT&T; R&D <anna@a.example>")).toBe(false);
  });
});
