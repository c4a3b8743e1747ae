import { describe, expect, it } from "vitest";
import { findMentions, findNames, type NamedSpan } from "./names.ts";

const show = (text: string, spans: readonly NamedSpan[]) =>
  spans.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);

describe("findNames", () => {
  it.each([
    [
      "Foreign Secretary Ada Brook said she would travel to Kyiv.",
      ["person: Foreign Secretary Ada Brook", "location: Kyiv"],
    ],
    [
      "President Brook met Mr Tarn in Warsaw on Tuesday.",
      ["person: President Brook", "person: Mr Tarn", "location: Warsaw"],
    ],
    [
      "The UN Security Council met in Geneva, Switzerland.",
      ["organisation: The UN Security Council", "location: Geneva, Switzerland"],
    ],
    ["Col. Ada J. Brook arrived in Lviv.", ["person: Col. Ada J. Brook", "location: Lviv"]],
  ])("finds the names in %j", (text, names) => {
    expect(show(text, findNames(text))).toEqual(names);
  });

  it("leaves pronouns and descriptions to findMentions", () => {
    const text = "We told the Ukrainian government that he had left.";
    expect(findNames(text)).toEqual([]);
    expect(
      findMentions(text).map(({ start, end, form }) => [text.slice(start, end), form]),
    ).toEqual([
      ["We", "pronoun"],
      ["the Ukrainian government", "description"],
      ["he", "pronoun"],
    ]);
  });

  it("takes a surname for a person where the text gives the full name elsewhere", () => {
    const text = "Dr Ada Quillmere spoke in Oslo. Ministers thanked Quillmere.";
    expect(show(text, findNames(text))).toEqual([
      "person: Dr Ada Quillmere",
      "location: Oslo",
      "person: Quillmere",
    ]);
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n\t\n "],
    ["capitals without a break", "A".repeat(1_000_000)],
    ["words of capitals", "ABC ".repeat(250_000)],
    ["closing marks", '."'.repeat(200_000)],
    ["listed names without an end", "United Arab ".repeat(50_000)],
    ["right-to-left text", "قال الوزير إن المحادثات ".repeat(2_000)],
    ["lone surrogates", "\ud800 Brook \udc00".repeat(1_000)],
  ])("survives %s, and its spans lie in order within the text", (_name, text) => {
    let end = 0;
    for (const mention of findMentions(text)) {
      expect(mention.start).toBeGreaterThanOrEqual(end);
      expect(mention.end).toBeGreaterThan(mention.start);
      end = mention.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it("gives the same spans again, with a confidence between 0 and 1", () => {
    const text = "Ada Brook of the Ministry of Defence visited Odesa.";
    const names = findNames(text);
    expect(findNames(text)).toEqual(names);
    expect(names.length).toBeGreaterThan(0);
    for (const { confidence } of names) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
