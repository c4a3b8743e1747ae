import { describe, expect, it } from "vitest";
import { compareTerms, countTerms, termsOf, weighTerm } from "#lib/text/terms.ts";
import { hashWord } from "#lib/text/hashed-words.ts";

const NOTHING_KNOWN = countTerms([]);

describe("the terms of an article", () => {
  it("are the words of its headline and beginning, the headline's counting more", () => {
    const { counts, words } = termsOf(
      "Grain talks",
      "The talks in Northmark’s port were on grain.",
    );
    const named = Object.fromEntries([...counts].map(([hash, count]) => [words.get(hash), count]));
    expect(named).toEqual({ Grain: 3, talks: 3, Northmark: 1, port: 1 });
  });

  it("end with the beginning of the body and are never many", () => {
    const body = Array.from({ length: 5_000 }, (_, i) => `word${i}`).join(" ");
    expect(termsOf(null, body).counts.size).toBe(150);
    expect(termsOf(body, body).counts.size).toBe(160);
  });

  it("weigh more the rarer they are in the archive", () => {
    const frequencies = countTerms([[1, 2], [1], [1], [1]]);
    expect(weighTerm(2, 1, frequencies)).toBeGreaterThan(weighTerm(1, 1, frequencies));
    expect(weighTerm(3, 1, frequencies)).toBe(weighTerm(2, 1, frequencies));
  });
});

describe("how alike terms are", () => {
  it("is one for the same, nothing for others, and the same both ways", () => {
    const a = termsOf("Envoys sign grain deal", "").counts;
    const b = termsOf("Envoys leave for talks", "").counts;
    expect(compareTerms(a, a, NOTHING_KNOWN).cosine).toBeCloseTo(1);
    expect(compareTerms(a, new Map(), NOTHING_KNOWN).cosine).toBe(0);
    expect(compareTerms(a, b, NOTHING_KNOWN)).toEqual(compareTerms(b, a, NOTHING_KNOWN));
    expect(compareTerms(a, b, NOTHING_KNOWN).shared).toEqual([hashWord("envoy")]);
  });
});
