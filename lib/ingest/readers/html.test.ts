import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

const FIRST =
  "The envoy said on Thursday that the talks in Northtown had been “long, and useful”, and that they would go on in spring.";
const SECOND =
  "Nobody expects a settlement before then, two officials said, but both delegations have left people behind to draft one.";
const THIRD =
  "The minister, who spoke after them, thanked the town for its patience, and the hotel for its breakfast, which she called a bridge.";

const JSON_LD = {
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "Organization", name: "The Northtown Courier" },
    {
      "@type": "NewsArticle",
      headline: "Talks resume in Northtown",
      datePublished: "2025-02-27T10:15:00+01:00",
      dateModified: "2025-02-28T08:00:00+01:00",
      author: [
        { "@type": "Person", name: "Ada Brook", jobTitle: "Diplomatic editor" },
        { name: "Jo Dene" },
      ],
      publisher: { "@type": "Organization", name: "The Northtown Courier" },
    },
  ],
};

function pageOf({ head = "", body = "" }): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Talks resume in Northtown | The Northtown Courier</title>${head}</head>
    <body><nav><ul><li><a href="/">Home</a><li><a href="/world">World news</a></ul></nav>${body}
    <footer><p>© 2025 The Northtown Courier. All rights reserved, and then some more words.</p></footer></body></html>`;
}

const ARTICLE = `<main><article><h1>Talks resume in <em>Northtown</em></h1>
  <p class="byline">By <a rel="author" href="/ada">Ada Brook</a> and <a rel="author" href="/jo">Jo Dene</a></p>
  <time datetime="2025-02-27T10:15:00+01:00">27 February</time>
  <figure><img src="/a.jpg" alt="x"><figcaption>The envoy in Northtown. <span class="credit">Photograph: Mo Tarn/Agency</span></figcaption></figure>
  <p>${FIRST}</p><div class="related-links"><p>Read more: what the talks are about, and who pays for them all.</p></div>
  <h2>Breakfast</h2><p>${SECOND}</p><ul><li>One delegation of nine</li><li>One of eleven</li></ul><p>${THIRD}</p></article></main>`;

async function draftOf(html: string | Uint8Array): Promise<ArticleDraft> {
  const bytes = typeof html === "string" ? Buffer.from(html) : html;
  return draftFromBytes(bytes, { mediaType: "text/html" });
}

describe("a page", () => {
  it("gives its fields from what it says of itself", async () => {
    const head = `<script type="application/ld+json">${JSON.stringify(JSON_LD)}</script>
      <link rel="canonical" href="https://courier.example/2025/talks">`;
    const draft = await draftOf(pageOf({ head, body: ARTICLE }));
    expect(draft).toMatchObject({
      headline: { value: "Talks resume in Northtown" },
      publishedOn: { value: "2025-02-27" },
      publishedAt: { value: "2025-02-27T10:15:00+01:00" },
      modifiedOn: { value: "2025-02-28" },
      outlet: { value: "The Northtown Courier" },
      sourceUrl: { value: "https://courier.example/2025/talks" },
      language: { value: "en-GB" },
      captions: [{ value: "The envoy in Northtown." }],
      mediaCredits: [{ value: "Mo Tarn/Agency" }],
      warnings: [],
      unused: [],
    });
    expect(draft.bylines.map(({ name, role }) => [name.value, role?.value])).toEqual([
      ["Ada Brook", "Diplomatic editor"],
      ["Jo Dene", undefined],
    ]);
  });

  it("gives its article without the page around it", async () => {
    const { paragraphs } = await draftOf(pageOf({ body: ARTICLE }));
    expect(paragraphs.map(({ value, rule }) => [rule, value])).toEqual([
      ["paragraph", FIRST],
      ["sub-heading", "Breakfast"],
      ["paragraph", SECOND],
      ["list-item", "One delegation of nine"],
      ["list-item", "One of eleven"],
      ["paragraph", THIRD],
    ]);
  });

  it("gives what its visible lines say where its data say nothing", async () => {
    const draft = await draftOf(pageOf({ body: ARTICLE }));
    expect(draft.headline?.value).toBe("Talks resume in Northtown");
    expect(draft.publishedOn?.value).toBe("2025-02-27");
    expect(draft.bylines.map(({ name }) => name.value)).toEqual(["Ada Brook", "Jo Dene"]);
  });

  it("is read in the character set it declares", async () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>
      <body><p>Міністр закордонних справ заявив у четвер, що переговори буде продовжено навесні, і подякував місту.</p></body></html>`;
    const draft = await draftOf(iconv.encode(html, "windows-1251"));
    expect(draft.paragraphs[0]?.value).toContain("Міністр закордонних справ");
  });

  it("without any text says what to do", async () => {
    await expect(draftOf("<html><body><script>run()</script></body></html>")).rejects.toThrow(
      /made by scripts/,
    );
  });
});

describe("a hostile page", () => {
  it.each([
    ["deep", "<div>".repeat(900_000)],
    ["deep and misnested", "<b><p><i>".repeat(250_000) + "</b></i>".repeat(250_000)],
    ["a table in a table", "<table><tr><td>".repeat(200_000)],
    ["attributes", `<p ${Array.from({ length: 400_000 }, (_, i) => `a${i}`).join(" ")}>text`],
    ["end tags", "<section><td>" + "<b>".repeat(250) + "</section>".repeat(400_000)],
    ["an open comment", `<p>${FIRST}</p><!--` + "-".repeat(4_000_000)],
    [
      "bylines within bylines",
      '<div class="author byline" itemprop="author name">Ada Brook '.repeat(80_000),
    ],
    ["comments within comments", '<div class="comment author">By Ada Brook<br>'.repeat(100_000)],
    ["figures within figures", "<figure><figcaption>a (b) ".repeat(150_000)],
    ["stops", `<p>(${".".repeat(900)}</p>`.repeat(5_000)],
    ["dates", "<time>1 May 2020</time><p>Published 1/2/2020".repeat(100_000)],
    ["one long line", "word ".repeat(900_000)],
    ["many paragraphs", "<p>a, b.".repeat(600_000)],
    [
      "deep data",
      `<script type="application/ld+json">${"[".repeat(1_000_000)}</script><p>${FIRST}</p>`,
    ],
    [
      "broken data",
      `<script type="application/ld+json">{"a":"${'",'.repeat(400_000)}</script><p>${FIRST}</p>`,
    ],
  ])(
    "of %s is read within five seconds",
    async (_, html) => {
      // The processor's time, not the clock's: other tests may run at once.
      const before = process.cpuUsage();
      await draftOf(`<html>${html}`).catch(() => null);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(5_000);
    },
    30_000,
  );
});
