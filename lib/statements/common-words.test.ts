import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closestWindow, commonWords, findRun, placedWords } from "#lib/statements/common-words.ts";

const wordsOf = (text: string) => placedWords(text, 100);

it("places words in lower case, at most so many", () => {
  expect(placedWords("“Don’t go, Ada”", 3)).toEqual([
    { word: "don", start: 1, end: 4 },
    { word: "t", start: 5, end: 6 },
    { word: "go", start: 7, end: 9 },
  ]);
});

describe("findRun", () => {
  it.each([
    ["a b c b c d", "b c", 0, 1],
    ["a b c b c d", "b c", 2, 3],
    ["a b c b c d", "c b d", 0, -1],
    ["a b", "a b c", 0, -1],
  ])("finds in %j %j from %i", (words, run, from, at) => {
    expect(findRun(wordsOf(words), wordsOf(run), from)).toBe(at);
  });
});

describe("closestWindow", () => {
  it.each([
    ["x y a b c z", "c a b", 3, 2, 5],
    ["a x x b b b a b", "a b", 2, 5, 7],
    ["a b", "a b", 5, 0, 2],
    ["x y z", "a", 2, 0, 2],
  ])("finds in %j most of %j", (words, wanted, length, start, end) => {
    expect(closestWindow(wordsOf(words), wordsOf(wanted), length)).toEqual({ start, end });
  });
});

describe("commonWords", () => {
  it.each([
    ["a b c d", "x a c y d z", 3, 1, 5],
    ["a b", "b a", 1, 0, 1],
    ["a", "b", 0, 0, 0],
  ])("has of %j and %j", (a, b, count, start, end) => {
    const found = commonWords(wordsOf(a), wordsOf(b));
    expect(found.count).toBe(count);
    if (count > 1) expect(found.within).toEqual({ start, end });
  });

  it("is as long whichever comes first, and all of a text beside itself", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [wordsOf(left.join(" ")), wordsOf(right.join(" "))];
        expect(commonWords(a, b).count).toBe(commonWords(b, a).count);
        expect(commonWords(a, a).count).toBe(a.length);
      }),
    );
  });
});
