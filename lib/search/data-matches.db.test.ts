import { beforeAll, describe, expect, it } from "vitest";
import { getArticleById } from "#lib/articles/data-article.ts";
import type { Article } from "#lib/articles/types.ts";
import { findArticleMatches, MAX_MATCHES } from "#lib/search/data-matches.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const BODY = [
  "The negotiators left the ports in Žilina & <b>Kyiv</b>; the ports stayed shut.",
  "🌾 A cease-fire, said Brook, would open talks. Talks on grain were long. حبوب зерно",
  "Grain first; some way behind it came wheat, then the ports.",
].join("\n\n");

async function makeArticle(values: Parameters<typeof createTestArticle>[0]): Promise<Article> {
  const found = await getArticleById(await createTestArticle(values));
  if (found?.state !== "published") throw new Error("not published");
  return found.article;
}

let article: Article;

beforeAll(async () => {
  article = await makeArticle({ headline: "Grain talks open", summary: "On ports.", body: BODY });
});

/** What is marked, in the order of its numbers; the words of the headline before a `|` and so on. */
async function marked(q: string, of = article): Promise<string | null> {
  const matches = await findArticleMatches(of, q, "2026-01-01");
  if (!matches) return null;
  const body = of === article ? BODY : of.paragraphs.map(({ text }) => text).join("\n\n");
  const part = (text: string, ranges: typeof matches.body) =>
    ranges.map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt)).join(", ");
  return [
    part(of.headline, matches.headline),
    part(of.summary ?? "", matches.summary),
    part(body, matches.body),
  ].join(" | ");
}

describe("the matches of a search in an article", () => {
  it.each([
    ["a word in any form", "negotiation talk", "talks |  | negotiators, talks, Talks"],
    ["a phrase only whole, with its small words", '"left the ports"', " |  | left the ports"],
    ["a phrase's words where they stand alone, not at all", '"grain ports"', " |  | "],
    ["a beginning", "negoti* ope*", "open |  | negotiators, open"],
    ["a phrase that goes on", '"left the por"*', " |  | left the ports"],
    ["letters without their accents", "zilina", " |  | Žilina"],
    ["a word with a hyphen", "cease-fire", " |  | cease-fire"],
    [
      "words near each other, and not where they are far",
      "talks near/3 grain",
      "Grain, talks |  | Talks, grain",
    ],
    ["the headline only", "title:grain", "Grain |  | "],
    ["the text only", "body:grain", " |  | grain, Grain"],
    ["what somebody is to have said", "said:truce or said:talks", "talks |  | talks, Talks"],
    ["nothing that is excluded", "ports -grain", " | ports | ports, ports, ports"],
    ["words of any script", "حبوب зерно", " |  | حبوب, зерно"],
    ["what stands between tags", "kyiv", " |  | Kyiv"],
    ["words too common to be stored, not at all", "the", " |  | "],
  ])("are %s", async (_what, q, found) => {
    expect(await marked(q)).toBe(found);
  });

  it("are none of a search that is not for words", async () => {
    expect(await marked("topic:grain before:2025")).toBeNull();
    expect(await marked("")).toBeNull();
  });

  it.each(["&|!:*()", "a\0b", "\uD800", "'", "\\", "<b>", "\u0002grain\u0003", '"'.repeat(300)])(
    "fail on no text: %j",
    async (q) => {
      await expect(marked(q)).resolves.not.toThrow();
    },
  );

  it("are numbered from the headline on, with what is typed", async () => {
    const matches = await findArticleMatches(article, ["grain", "x"], "2026-01-01");
    expect(matches).toMatchObject({ text: "grain", total: 3, isCut: false });
    expect(matches?.headline[0]?.number).toBe(1);
    expect(matches?.body.map(({ number }) => number)).toEqual([2, 3]);
  });

  it("tell nothing of a text that rights keep from readers", async () => {
    const secret = `${"word ".repeat(79)}end.\n\nA secret.`;
    const extract = await makeArticle({ rights: "extract", body: secret });
    expect(await findArticleMatches(extract, "secret", "2026-01-01")).toMatchObject({ total: 0 });
    const closed = await makeArticle({ rights: "metadata_only", body: secret });
    expect(await findArticleMatches(closed, "secret or word", "2026-01-01")).toMatchObject({
      total: 0,
    });
  });

  it("end somewhere, and a long search of a long text is done soon", async () => {
    const long = await makeArticle({ body: "Grain for ports and negotiators. ".repeat(6_000) });
    const started = performance.now();
    const words = await findArticleMatches(long, "grain", "2026-01-01");
    expect(words).toMatchObject({ total: MAX_MATCHES, isCut: true });
    const q = Array.from(
      { length: 40 },
      (_, i) => `por${String.fromCharCode(97 + (i % 26))}* "g p"`,
    );
    await findArticleMatches(long, `ports near/20 grain ${q.join(" ")}`, "2026-01-01");
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("look at so much of a whole article for all phrases together, and say that there is more", async () => {
    const paragraph = "Aaa wheat barley ".repeat(60);
    const long = await makeArticle({ body: `${paragraph}ttt.\n\n`.repeat(250) });
    const q = Array.from({ length: 4 }, (_, i) => `aaa* near/2${i} ttt`).join(" ");
    const started = performance.now();
    expect(await findArticleMatches(long, q, "2026-01-01")).toMatchObject({ isCut: true });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
