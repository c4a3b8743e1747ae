import { describe, expect, it } from "vitest";
import { distanceToBeginning, editDistance } from "#lib/search/index/edit-distance.ts";
import { allowedChanges, isWord, wordKeys } from "#lib/search/index/word-keys.ts";

const LETTERS = "abcdef";

describe("how far words are apart", () => {
  it.each([
    ["grain", "grain", 0],
    ["grain", "gran", 1],
    ["gran", "grain", 1],
    ["grain", "brain", 1],
    ["grain", "garin", 1],
    ["grain", "rgani", 2],
    ["grain", "wheat", 3],
    ["", "ab", 2],
  ])("%s and %s: %i", (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
  });

  it("is counted to the nearest beginning where endings are cut off", () => {
    expect(distanceToBeginning("govern", "governmnet", 2)).toBe(0);
    expect(distanceToBeginning("govern", "goevrnment", 2)).toBe(1);
    expect(distanceToBeginning("wheat", "governmnet", 2)).toBe(3);
  });
});

describe("keys", () => {
  it("are shared by any two words that are no further apart than is allowed", () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const letter = () => LETTERS.charAt(random(LETTERS.length));
    for (let round = 0; round < 2_000; round++) {
      const word = Array.from({ length: 6 + random(8) }, letter).join("");
      let other = word;
      for (let i = allowedChanges(word.length); i > 0; i--) other = changed(other, random, letter);
      if (other.length < 6) continue;
      const keys = new Set(wordKeys(word));
      expect(
        wordKeys(other).some((key) => keys.has(key)),
        `${word} ${other}`,
      ).toBe(true);
    }
  });

  it("are of words only", () => {
    expect(["grain", "київ", "f16", "1000", "ab", "a-b"].filter(isWord)).toEqual(["grain", "київ"]);
  });
});

function changed(word: string, random: (below: number) => number, letter: () => string): string {
  const at = random(word.length - 1);
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  return [
    `${before}${next}${after}`,
    `${before}${letter()}${here}${next}${after}`,
    `${before}${letter()}${next}${after}`,
    `${before}${next}${here}${after}`,
  ][random(4)]!;
}
