import { describe, expect, it } from "vitest";
import { checkWords, markDifferences } from "#lib/statements/check-words.ts";

const SAID =
  "We will stay in the valley for as long as it takes, and we will not leave it to the river.";

describe("checkWords", () => {
  it.each([
    ["the very words", SAID, "exact"],
    ["other marks around them", `“${SAID}”`, "exact"],
    ["another first letter and no stop", SAID.replace("We", "we").slice(0, -1), "exact"],
    ["a comma of the reader's sentence at the end", `${SAID.slice(0, -1)},`, "exact"],
    ["the beginning", "We will stay in the valley", "shortened"],
    ["the middle", "for as long as it takes, and we will not leave it", "shortened"],
    ["a gap that is marked", "We will stay in the valley … we will not leave it", "shortened"],
    ["a gap in brackets", "We will stay [...] we will not leave it to the river", "shortened"],
    ["a gap that is not marked", "We will stay in the valley, and we will not leave it", "altered"],
    ["no “not”", SAID.replace("will not", "will"), "altered"],
    ["an insertion", SAID.replace("leave it", "leave [the valley]"), "altered"],
    ["another word", SAID.replace("valley", "hills"), "altered"],
    ["a comma less", SAID.replace(",", ""), "altered"],
    ["another case within", SAID.replace("river", "River"), "altered"],
    ["more around it", `She rose and said: ${SAID} Then she sat down.`, "part"],
    ["parts in another order", "we will not leave it … we will stay in the valley", null],
    ["other words", "Nobody knows what the council decided on Tuesday", null],
    ["a few words of many", "the valley of the river and all that is in it lies far away", null],
    ["no words", "“…”", null],
    ["nothing", "", null],
  ])("knows %s", (_name, given, verdict) => {
    expect(checkWords(given, SAID)?.verdict ?? null).toBe(verdict);
  });

  it.each([
    ["It’s “a start”—no more", "It's 'a start' — no more", "exact"],
    ["a well-known plan", "a well‑known plan", "exact"],
    ["Ми залишимося тут надовго", "«ми залишимося тут надовго»", "exact"],
    ["Never again", "never again!", "exact"],
    ["Never again", "Never", "shortened"],
    ["Yes, we can", "We can say: yes, we can do it", null],
  ])("sets %j beside %j", (archived, given, verdict) => {
    expect(checkWords(given, archived)?.verdict ?? null).toBe(verdict);
  });

  it("names the part of a long statement that altered words stand in", () => {
    const long = `${"There is much to say of roads and bridges. ".repeat(12)}${SAID} ${"So it went on. ".repeat(12)}`;
    const found = checkWords("We will stay in the hills for as long as it takes", long);
    expect(found?.verdict).toBe("altered");
    expect(long.slice(found?.archived.start, found?.archived.end)).toBe(
      "We will stay in the valley for as long as it takes",
    );
  });

  it("counts the words in common, in order", () => {
    expect(checkWords("We will stay in the hills", SAID)?.common).toBe(5);
  });

  it("is bounded for any text", () => {
    const begun = performance.now();
    for (const [given, archived] of [
      ["a ".repeat(1_000), "a b ".repeat(50_000)],
      [`a${".".repeat(1_998)}b`, `a${".".repeat(200_000)}b`],
      [" ".repeat(1_999), " ".repeat(200_000)],
    ] as const) {
      checkWords(given, archived);
    }
    // Some 0.1 s; what grows with the square of a text would take minutes.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe("markDifferences", () => {
  it.each([
    [
      "“We stay, here.”",
      "We stay here",
      [
        ["We stay", "both"],
        [",", "here"],
        [" here", "both"],
      ],
    ],
    ["It’s “ours” — all of it", "It's 'ours' - all of it", [["It’s “ours” — all of it", "both"]]],
    [
      "We stay here",
      "“We go here!”",
      [
        ["We ", "both"],
        ["stay", "here"],
        ["go", "there"],
        [" here", "both"],
      ],
    ],
    [
      "We stay [in Kyiv]",
      "We stay",
      [
        ["We stay", "both"],
        [" [in Kyiv", "here"],
      ],
    ],
  ])("sets beside %j what is given as %j", (archived, given, parts) => {
    expect(markDifferences(archived, given).map(({ text, side }) => [text, side])).toEqual(parts);
  });
});
