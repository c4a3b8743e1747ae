import { describe, expect, it } from "vitest";
import { foldedWords, rankNames, type KnownName } from "#lib/search/rank-names.ts";

function known(
  kind: KnownName["kind"],
  id: string,
  label: string,
  count: number,
  name = label,
): KnownName {
  return { kind, id, label, name, words: foldedWords(name), count };
}

const NAMES = [
  known("topic", "us-backstop", "US backstop", 40),
  known("person", "brook", "Ada Brook", 3),
  known("person", "brook", "Ada Brook", 3, "The Miller"),
  known("person", "broz", "Jan Brož", 9),
  known("organisation", "bro", "Bro", 0),
  known("country", "us", "United States", 90),
  known("country", "us", "United States", 90, "US"),
  known("outlet", "daily-brook", "The Daily Brook", 5),
];

function ranked(words: string, field: Parameters<typeof rankNames>[1]["field"] = null, limit = 8) {
  return rankNames(NAMES, { words, field }, limit).map(({ id }) => id);
}

describe("names that may be typed", () => {
  it.each([
    ["bro", ["bro", "broz", "daily-brook", "brook"]],
    ["BROZ", ["broz"]],
    ["brož", ["broz"]],
    ["us", ["us", "us-backstop"]],
    ["us back", ["us-backstop"]],
    ["backs", ["us-backstop"]],
    ["mill", ["brook"]],
    ["rook", []],
    ["brook ada", []],
    ["", []],
    ["&", []],
  ])("go on from %s", (words, ids) => {
    expect(ranked(words)).toEqual(ids);
  });

  it("are of the field's kind, all of them where nothing is typed yet", () => {
    expect(ranked("bro", "person")).toEqual(["bro", "broz", "brook"]);
    expect(ranked("bro", "outlet")).toEqual(["daily-brook"]);
    expect(ranked("", "country")).toEqual(["us"]);
    expect(ranked("", "person", 2)).toEqual(["us", "broz"]);
    expect(ranked("&", "person")).toEqual([]);
  });

  it("are compared without accents and letters of their own", () => {
    expect(foldedWords("Łódź, Køge-Süd & O’Straße")).toEqual([
      ...["lodz", "koge", "sud", "o", "strasse"],
    ]);
  });
});
