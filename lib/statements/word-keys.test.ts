import { describe, expect, it } from "vitest";
import { groupIdOf, wordKeys } from "#lib/statements/word-keys.ts";

const WORDS = "We will stay in the valley for as long as it takes, and not a day longer";

const shared = (a: string, b: string) => {
  const keys = new Set(wordKeys(b));
  return wordKeys(a).filter((key) => keys.has(key)).length;
};

describe("wordKeys", () => {
  it("takes no notice of marks, case, punctuation and insertions", () => {
    const other =
      "“we will stay in the Valley [of the Tarn] for as long as it takes … and NOT a day longer.”";
    expect(wordKeys(other)).toEqual(wordKeys(WORDS));
  });

  it("shares a key with any four words in a row", () => {
    const words = WORDS.split(" ");
    for (let start = 0; start + 4 <= words.length; start++) {
      expect(shared(words.slice(start, start + 4).join(" "), WORDS)).toBeGreaterThan(0);
    }
  });

  it("shares keys with altered words, and none with others", () => {
    expect(shared("We will stay in the hills for as long as it takes", WORDS)).toBeGreaterThan(1);
    expect(shared("They left the hills without a word to anybody there", WORDS)).toBe(0);
  });

  it("gives a short text one key, and one without words none", () => {
    expect(wordKeys("Never again")).toHaveLength(1);
    expect(wordKeys("“…”")).toEqual([]);
  });

  it("keeps signed 32-bit numbers, at most 128 of them", () => {
    const long = Array.from({ length: 5_000 }, (_, i) => `word${i}`).join(" ");
    const keys = wordKeys(long);
    expect(keys).toHaveLength(128);
    expect(keys.every((key) => (key | 0) === key)).toBe(true);
  });
});

describe("groupIdOf", () => {
  it("is one for the same words, and another for others", () => {
    expect(groupIdOf("“We will stay here,”")).toBe(groupIdOf("we will STAY [with them] here"));
    expect(groupIdOf("We will stay here")).not.toBe(groupIdOf("We will stay there"));
    expect(groupIdOf("We will stay here")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/);
  });

  it("is none for fewer than four words", () => {
    expect(groupIdOf("We will stay")).toBeNull();
  });
});
