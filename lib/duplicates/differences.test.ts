import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, type MarkedPart } from "#lib/duplicates/differences.ts";

const REST = "The talks in Alder went on past midnight and were to resume, officials said.";
const only = (before: string, after: string) => compareTexts(before, after).differences;
const textOf = (parts: MarkedPart[] | null) => parts?.map(({ text }) => text).join("") ?? null;

describe("the substance of a change", () => {
  it.each([
    ["quotation", "Reed said: “We will stay.”", "Reed said: “We may stay.”", "will", "may"],
    ["quotation", 'Reed said: "We will stay."', 'Reed said: "We may stay."', "will", "may"],
    ["number", "Prices fell by 12 per cent.", "Prices fell by 21 per cent.", "12", "21"],
    ["number", "Costs of £1.5bn arose.", "Costs of £1,500bn arose.", "1.5bn", "1,500bn"],
    ["number", "Some two dozen came.", "Some three dozen came.", "two", "three"],
    ["date", "They met on Tuesday in Alder.", "They met on Monday in Alder.", "Tuesday", "Monday"],
    ["date", "It was signed in 2019 here.", "It was signed in 2020 here.", "2019", "2020"],
    ["name", "The envoy Reed left.", "The envoy Marsh left.", "Reed", "Marsh"],
    ["wording", "The envoy left quietly.", "The envoy left soon.", "quietly", "soon"],
    ["layout", "The envoy left – soon.", "The envoy left - soon.", "–", "-"],
    ["layout", "He said “yes” twice.", 'He said "yes" twice.', "“", '"'],
  ])("%s: %s → %s", (substance, before, after, cut, added) => {
    expect(only(before, after)[0]).toMatchObject({ substance, before: cut, after: added });
  });

  it("puts changed quotations first, then numbers, names and dates, then wording", () => {
    const before = `Officials left quietly on Tuesday.\n\n${REST}\n\nThe envoy Reed brought 12 men. “We will stay,” he said.`;
    const after = `Officials left soon on Monday.\n\n${REST}\n\nThe envoy Marsh brought 21 men. “We may stay,” he said.`;
    expect(only(before, after).map(({ substance }) => substance)).toEqual([
      "quotation",
      "number",
      "name",
      "date",
      "wording",
    ]);
  });

  it("puts what changed before paragraphs that one text lacks", () => {
    const differences = only(`The envoy left quietly.\n\n“No,” said Reed.`, "The envoy left soon.");
    expect(differences).toMatchObject([
      { substance: "wording", isParagraph: false },
      { substance: "quotation", isParagraph: true, before: "“No,” said Reed.", after: "" },
    ]);
  });

  it("names the place by the words before it", () => {
    expect(only(`${REST} Reed left.`, `${REST} Marsh left.`)[0]?.context).toBe(
      "… went on past midnight and were to resume, officials said. ",
    );
  });
});

describe("two texts side by side", () => {
  it("stand paragraph beside paragraph, with what one side lacks left empty", () => {
    const { rows } = compareTexts(
      `First of all.\n\n${REST}\n\nThe end of it.`,
      `${REST.replace("midnight", "noon")}\n\nThe end of it.\n\nAnd more.`,
    );
    expect(rows.map(({ before, after }) => [textOf(before), textOf(after)])).toEqual([
      ["First of all.", null],
      [REST, REST.replace("midnight", "noon")],
      ["The end of it.", "The end of it."],
      [null, "And more."],
    ]);
    expect(rows[1]?.before).toEqual([
      { text: "The talks in Alder went on past ", substance: null },
      { text: "midnight", substance: "wording" },
      { text: " and were to resume, officials said.", substance: null },
    ]);
    expect(rows[2]?.before?.every(({ substance }) => substance === null)).toBe(true);
  });

  it("join words replaced one after another", () => {
    const differences = only("They sailed home at dawn.", "They flew away at dawn.");
    expect(differences).toMatchObject([{ before: "sailed home", after: "flew away" }]);
  });

  it("give both texts back whole, whatever they are", () => {
    const words = fc.constantFrom(
      "Reed",
      "said",
      "“yes”",
      "12",
      "\n\n",
      "Monday",
      ".",
      "é",
      '"',
      " ",
    );
    const text = fc.array(words, { maxLength: 40 }).map((list) => list.join(" "));
    const plain = (value: string) => value.replaceAll(/\s+/g, " ").trim();
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { rows } = compareTexts(before, after);
        const side = (name: "before" | "after") =>
          plain(rows.flatMap((row) => textOf(row[name]) ?? []).join(" "));
        expect([side("before"), side("after")]).toEqual([plain(before), plain(after)]);
      }),
    );
  });

  it("are compared in bounded time", () => {
    const long = (word: string) =>
      Array.from({ length: 20_000 }, (_, i) => `${word}${(i * 7919) % 1_000}`).join(" ");
    const startedAt = performance.now();
    compareTexts(long("a"), long("b"));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
