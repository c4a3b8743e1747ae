import { describe, expect, it } from "vitest";
import { citeArticle, type Citable } from "#lib/exchange/citation.ts";

const ARTICLE: Citable = {
  path: "/2025/02/27/ministers-meet",
  headline: "Ministers meet",
  headlineProposed: false,
  publishedOn: "2025-02-27",
  bylines: [{ name: "Ada Brook" }, { name: "Ivo Lund" }, { name: "Mo Tarn" }],
  outlet: { name: "Northmark Courier" },
};
const cite = (change: Partial<Citable>) =>
  citeArticle({ ...ARTICLE, ...change }, "https://archive.example", "2026-11-23");

describe("a citation", () => {
  it("names authors, headline, outlet, day, permalink and access date", () => {
    expect(cite({})).toBe(
      "Ada Brook, Ivo Lund and Mo Tarn, “Ministers meet”, Northmark Courier, 27 February 2025, The Diplomacy Archive, https://archive.example/2025/02/27/ministers-meet (accessed 23 November 2026).",
    );
  });

  it("puts a proposed headline in square brackets", () => {
    expect(cite({ headlineProposed: true })).toContain(", [Ministers meet], ");
  });

  it("says the outlet once where it is the author, or where there is none", () => {
    for (const bylines of [[], [{ name: "Northmark Courier" }]]) {
      expect(cite({ bylines })).toMatch(/^Northmark Courier, “Ministers meet”, 27 February/);
    }
  });

  it("does without authors and outlet", () => {
    expect(cite({ bylines: [], outlet: null })).toMatch(/^“Ministers meet”, 27 February 2025, /);
  });
});
