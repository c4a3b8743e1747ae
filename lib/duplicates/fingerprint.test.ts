import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf, overlapOf, shinglesOf } from "#lib/duplicates/fingerprint.ts";

/** A text of words that stand in no other text with another `name`. */
const textOf = (name: string, words: number, from = 0) =>
  Array.from({ length: words }, (_, i) => `${name}${from + i}`).join(" ");
const fingerprint = (text: string) => fingerprintOf(shinglesOf(text));
const sharedKeys = (a: string, b: string) => {
  const keys = new Set(fingerprint(a).signature);
  return fingerprint(b).signature.filter((key) => keys.has(key)).length;
};

describe("the fingerprint of a text", () => {
  it("is fixed: what is stored is found by what is read years later", () => {
    const { signature, shingles } = fingerprint("The envoys met in Northmark on Monday.");
    expect(shingles).toBe(3);
    expect(signature).toEqual([-873526025, 862158298, 2052554121]);
  });

  it("looks at words alone, not at how they are set", () => {
    const plain = "the envoy s talks in kyiv ended on friday 5 000 people came";
    const set = "The envoy’s TALKS  in\nKyiv… ended, on Friday: 5,000 people came!";
    expect(fingerprint(set)).toEqual(fingerprint(plain));
  });

  it.each([
    ["Ukrainian", "Міністри зустрілися в Києві, щоб обговорити перемир’я та обмін полоненими"],
    ["Chinese", "外交部长周一在基辅会见了乌克兰总统"],
    ["Thai", "รัฐมนตรีต่างประเทศพบกับประธานาธิบดียูเครน"],
    ["Arabic", "التقى وزير الخارجية بالرئيس الأوكراني في كييف يوم الاثنين"],
  ])("tells texts apart in %s", (_language, text) => {
    expect(fingerprint(text).shingles).toBeGreaterThan(3);
  });

  it("has a bounded number of hashes, none twice, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), (text) => {
        const { signature, shingles } = fingerprint(text);
        expect(new Set(signature).size).toBe(signature.length);
        expect(signature.length).toBeLessThanOrEqual(Math.min(40, shingles));
        expect(signature.every((hash) => hash === (hash | 0))).toBe(true);
      }),
    );
  });

  it("is empty for a text without words", () => {
    expect(fingerprint(" … ")).toEqual({ signature: [], shingles: 0 });
  });

  it("shares keys with a cut to a tenth, from the end and out of the middle", () => {
    const whole = textOf("w", 2_000);
    expect(sharedKeys(whole, textOf("w", 200))).toBeGreaterThanOrEqual(2);
    expect(sharedKeys(whole, textOf("w", 200, 900))).toBeGreaterThanOrEqual(2);
    expect(sharedKeys(whole, textOf("v", 2_000))).toBe(0);
  });

  it("takes time that grows with the length and no faster", () => {
    const text = textOf("w", 200_000);
    const startedAt = performance.now();
    expect(fingerprint(text).shingles).toBeLessThanOrEqual(50_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe("the overlap of two texts", () => {
  const overlap = (a: string, b: string) => overlapOf(shinglesOf(a), shinglesOf(b));

  it("is whole for a cut version, though little of the long one is in it", () => {
    const { containment, jaccard } = overlap(textOf("w", 1_000), textOf("w", 104, 500));
    expect(containment).toBe(1);
    expect(jaccard).toBeCloseTo(0.1, 2);
  });

  it("tells the shorter text's beginning from the rest", () => {
    const furniture = textOf("menu", 500);
    const { containment, leadContainment } = overlap(
      `${textOf("a", 120)} ${furniture}`,
      `${textOf("b", 300)} ${furniture}`,
    );
    expect(containment).toBeGreaterThan(0.7);
    expect(leadContainment).toBe(0);
  });

  it("is nothing where there are no words", () => {
    expect(overlap("", "")).toEqual({ jaccard: 0, containment: 0, leadContainment: 0 });
  });
});
