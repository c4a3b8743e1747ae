import { describe, expect, it } from "vitest";
import { findAuthors } from "./find-authors.ts";
import { readPage } from "./page.ts";

const TEXT =
  "The envoy said that the talks in Northtown had been long, and useful, and that they would go on in spring, as planned.";

function authorsOf(byline: string, data?: object): string[] {
  const script = data
    ? `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Talks", ...data })}</script>`
    : "";
  const html = `${script}<meta property="og:site_name" content="The Northtown Courier">
    <article><h1>Talks resume in Northtown</h1>${byline}<p>${TEXT}</p><p>${TEXT}</p></article>`;
  const [best] = findAuthors(readPage(html));
  return best?.value.map(({ name, role }) => (role ? `${name} (${role})` : name)) ?? [];
}

describe("the authors of a page", () => {
  it.each([
    [
      "a byline element",
      '<p class="byline">By Ada Brook and Jo Dene</p>',
      ["Ada Brook", "Jo Dene"],
    ],
    [
      "links",
      '<a rel="author">Ada Brook</a> <a rel="author">Jo Dene</a>',
      ["Ada Brook", "Jo Dene"],
    ],
    [
      "a line that begins with By",
      "<div>By Ada Brook, Political editor</div>",
      ["Ada Brook (Political editor)"],
    ],
    [
      "a byline without its buttons",
      '<div class="author"><span>Ada Brook</span><span>Copy Link</span></div>',
      ["Ada Brook"],
    ],
    [
      "a byline without its helpers",
      '<div class="byline">By Ada Brook <span>Edited by Jo Dene</span></div>',
      ["Ada Brook"],
    ],
    ["a line that is a name", "<p><b>Ada Brook</b></p>", ["Ada Brook"]],
  ])("are read from %s", (_, byline, expected) => {
    expect(authorsOf(byline)).toEqual(expected);
  });

  it("are those shown where the data name only the outlet", () => {
    const data = { author: { name: "The Northtown Courier" } };
    expect(authorsOf('<p class="byline">By Ada Brook</p>', data)).toEqual(["Ada Brook"]);
  });

  it("are those of the data that are shown, with the roles of either", () => {
    const author = [{ name: "Ada Brook", jobTitle: "Diplomatic editor" }, { name: "Mo Tarn" }];
    expect(authorsOf('<p class="byline">By Ada Brook</p>', { author })).toEqual([
      "Ada Brook (Diplomatic editor)",
    ]);
  });

  it("are no addresses, and no labels", () => {
    expect(authorsOf("", { author: "https://courier.example/ada" })).toEqual([]);
    expect(authorsOf("", { author: "admin" })).toEqual([]);
  });
});
