import { describe, expect, it } from "vitest";
import { findPersonNames } from "./person-names.ts";

const namesIn = (text: string) =>
  findPersonNames(text).map(({ start, end }) => text.slice(start, end));

describe("findPersonNames", () => {
  it.each([
    [
      "a first name, and the surname after it",
      "Mary Tarn came. Tarn spoke.",
      ["Mary Tarn", "Tarn"],
    ],
    ["a surname after a title", "The envoy met Mr Tarn.", ["Tarn"]],
    [
      "an unknown first name whose surname stands alone",
      "Ulwe Tarn came. Tarn left.",
      ["Ulwe Tarn", "Tarn"],
    ],
    ["a possessive without its ending", "James Tarn’s plan failed.", ["James Tarn"]],
    ["no institution", "The Security Council met. Council members left.", []],
    ["no word that begins a sentence", "Talks began. They failed.", []],
    ["nothing", "", []],
  ])("takes %s", (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each(["A ".repeat(200_000), "Mr ".repeat(200_000), "a-".repeat(200_000), "ع".repeat(200_000)])(
    "ends on any text, with a bounded number of names",
    (text) => {
      expect(findPersonNames(text).length).toBeLessThanOrEqual(2_000);
    },
  );
});
