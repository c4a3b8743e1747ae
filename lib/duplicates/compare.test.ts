import { describe, expect, it } from "vitest";
import { compareArticles } from "#lib/duplicates/compare.ts";
import { countTerms } from "#lib/text/terms.ts";
import type { ComparedArticle } from "#lib/duplicates/types.ts";

const SENTENCES = [
  "Northmark and Westvale signed an agreement on grain exports in the port of Alder on Thursday.",
  "Foreign minister Tom Reed called it a small step that both sides needed after a hard winter.",
  "“We will keep the lane open for every ship that has been inspected,” he told reporters there.",
  "The agreement runs for ninety days and may be renewed if neither capital raises an objection.",
  "Inspectors from both navies will board vessels at two points north of the breakwater each day.",
  "Farmers’ unions in Westvale said that prices had fallen by a fifth since the port was closed.",
  "Opposition members asked why the text had not been laid before parliament ahead of signing.",
  "Insurers said they would wait for the first convoy before they lowered any premiums for it.",
];
const article = (values: Partial<ComparedArticle> = {}): ComparedArticle => ({
  headline: "Grain agreement signed at Alder",
  body: SENTENCES.join("\n\n"),
  publishedOn: "2025-02-27",
  outlet: "The Northmark Post",
  sourceUrl: null,
  ...values,
});
const elsewhere = (values: Partial<ComparedArticle> = {}) =>
  article({ outlet: "Westvale Times", ...values });
/** An archive in which no word of these articles is common. */
const ARCHIVE = countTerms(Array.from({ length: 200 }, (_, i) => [i]));
const compare = (a: ComparedArticle, b: ComparedArticle) => compareArticles(a, b, ARCHIVE);

describe("same text", () => {
  it("is a reprint under another headline, on any day", () => {
    const reprint = elsewhere({ headline: "Ships to sail again", publishedOn: "2025-03-20" });
    expect(compare(article(), reprint)).toEqual({
      kind: "same_text",
      score: 1,
      reasons: ["The texts are the same, word for word.", "They appeared 21 days apart."],
    });
  });

  it.each([
    ["the first quarter", SENTENCES.slice(0, 2)],
    ["the last half", SENTENCES.slice(4)],
  ])("is a cut version: %s", (_name, sentences) => {
    const verdict = compare(article(), elsewhere({ body: sentences.join(" ") }));
    expect(verdict.kind).toBe("same_text");
    expect(verdict.reasons[0]).toContain("of the shorter text stands in the longer one");
  });

  it("is an edited reprint, less surely", () => {
    const body = SENTENCES.map((each, i) => (i === 5 ? "Prices fell." : each)).join("\n\n");
    const verdict = compare(article(), elsewhere({ body: `${body}\n\nWith agency material.` }));
    expect(verdict.kind).toBe("same_text");
    expect(verdict.score).toBeLessThan(1);
    expect(verdict.score).toBeGreaterThan(0.8);
  });

  it("is not a text that shares only what stands at its end", () => {
    const words = (word: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${word}${i}`).join(" ");
    const withGallery = (word: string) =>
      article({ headline: word, body: `${words(word, 120)} ${words("gallery", 500)}` });
    expect(compare(withGallery("a"), withGallery("b")).kind).toBe("same_event");
  });
});

describe("update", () => {
  const later = SENTENCES.with(3, "The agreement runs for sixty days and cannot be renewed.");

  it("is another text at the same address, however much of it is new", () => {
    const sourceUrl = "https://www.example.org/grain";
    const verdict = compare(
      article({ sourceUrl }),
      article({ sourceUrl: "http://example.org/grain/#top", body: "All new." }),
    );
    expect(verdict).toMatchObject({ kind: "update", score: 1 });
    expect(verdict.reasons[0]).toBe("They have the same address.");
  });

  it("is a later version by the same outlet within days, but not long after", () => {
    const version = (publishedOn: string) => article({ publishedOn, body: later.join("\n\n") });
    expect(compare(article(), version("2025-02-28")).kind).toBe("update");
    expect(compare(article(), version("2025-04-28")).kind).toBe("same_text");
  });
});

describe("same event", () => {
  const other = elsewhere({
    headline: "Westvale farmers welcome Alder grain agreement",
    body: "Westvale’s grain will leave Alder again: Tom Reed has signed. Farmers welcomed it.",
  });

  it("is coverage in other words within three days, with the words that tell", () => {
    const verdict = compare(article(), other);
    expect(verdict.kind).toBe("same_event");
    expect(verdict.reasons[0]).toMatch(/^Both begin with .*Alder/);
    expect(compare(other, article())).toMatchObject({ kind: "same_event", score: verdict.score });
  });

  it("is not the same words in another week, or on a day that nobody knows", () => {
    expect(compare(article(), { ...other, publishedOn: "2025-03-03" }).kind).toBe("different");
    expect(compare(article(), { ...other, publishedOn: null }).kind).toBe("different");
  });

  it("takes more in an archive too small to know which words are rare", () => {
    const few = compareArticles(article(), other, countTerms([]));
    expect(few.score).toBeLessThan(compare(article(), other).score);
  });
});

it("says different of articles that have nothing in common, and of empty ones", () => {
  const other = elsewhere({ headline: "Rain expected", body: "Showers will cross the north." });
  expect(compare(article(), other)).toMatchObject({ kind: "different" });
  expect(compare(article({ body: "" }), elsewhere({ body: "", headline: null })).kind).toBe(
    "different",
  );
});
