import { describe, expect, it } from "vitest";
import { typedNames } from "#lib/search/typed-name.ts";

/** Each as what would be replaced, with its field. */
function typed(text: string): string[] {
  return typedNames(text).map(({ start, words, field }) => {
    expect(text.slice(start).endsWith(words)).toBe(true);
    return `${field ?? ""}|${text.slice(start)}`;
  });
}

describe("the end of a search that may be a name", () => {
  it.each([
    ["st", ["|st"]],
    ["talks us back", ["|talks us back", "|us back", "|back"]],
    [
      "one two three four five",
      ["|two three four five", "|three four five", "|four five", "|five"],
    ],
    ["talks -starm", ["|talks -starm", "|starm"]],
    ["(grain or starm", ["|grain or starm", "|or starm", "|starm"]],
    ['"peace plan" starm', ["|starm"]],
    ["topic:", ["topic|topic:"]],
    ["grain TOPIC:sanc", ["topic|TOPIC:sanc"]],
    ["-person:starm", ["person|person:starm"]],
    ['grain speaker:"keir st', ['speaker|speaker:"keir st']],
    ["outlet:“daily t", ["outlet|outlet:“daily t"]],
    ["talks topic:aid speaker:starm", ["speaker|speaker:starm"]],
    ["topic:aid grain", ["|grain"]],
    ["Київ", ["|Київ"]],
    ["حبوب", ["|حبوب"]],
  ])("of %s", (text, found) => {
    expect(typed(text)).toEqual(found);
  });

  it.each([
    "",
    "s",
    '"peace topic:aid',
    "starm ",
    '"starm',
    "before:20",
    "negoti*",
    "&|!",
    "🌾",
    "topic:x  y:z",
  ])("is none of %j", (text) => expect(typed(text)).toEqual([]));

  it("is found soon, however long and strange the text", () => {
    const started = performance.now();
    for (const piece of ["topic:", "(-", '"', "a ", 'topic:"', "\u0300"])
      typedNames(piece.repeat(300).slice(0, 300));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
