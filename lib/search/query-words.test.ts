import { describe, expect, it } from "vitest";
import { listQueryWords, withReplaced } from "#lib/search/query-words.ts";

describe("the words of a query that may be misspelt", () => {
  it.each([
    ["peace talks", ["peace", "talks"]],
    ['"peace plan" in Kyiv', ["peace", "plan", "Kyiv"]],
    ["talks -Geneva NOT Minsk", ["talks"]],
    ["talks -(Geneva or Minsk) Rome", ["talks", "Rome"]],
    ['negoti* "left the port"*', ["left"]],
    ["cease-fire F16 Kyiv's U.S. 1000 aid", []],
    ["topic:sanctions title:grain", ["topic:sanctions", "grain"]],
    ['topic:(sanctions or "grain deal")', ["topic:sanctions", "topic:grain deal"]],
    ["said:(troops speaker:Brook) lang:ukrainian", ["troops", "speaker:Brook"]],
    ["before:January grain", ["grain"]],
    ["grain) (wheat", ["grain", "wheat"]],
  ])("%s", (query, words) => {
    const found = listQueryWords(query);
    expect(found.map(({ word, field }) => (field ? `${field}:${word}` : word))).toEqual(words);
    for (const { start, end, word } of found) expect(query.slice(start, end)).toContain(word);
  });

  it("are replaced where they stand", () => {
    const query = "grian and wheet";
    const [one, , other] = listQueryWords("grian that wheet");
    expect(one).toMatchObject({ start: 0, end: 5 });
    const parts = withReplaced(query, [
      { start: 10, end: 15, text: "wheat" },
      { start: 0, end: 5, text: "grain" },
    ]);
    expect(other).toMatchObject({ word: "wheet" });
    expect(parts).toEqual([
      { text: "grain", isMatch: true },
      { text: " and ", isMatch: false },
      { text: "wheat", isMatch: true },
    ]);
  });
});
