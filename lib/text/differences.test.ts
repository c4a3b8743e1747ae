import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, type Difference, type MarkedPart } from "#lib/text/differences.ts";

const REST = "The talks in Alder went on past midnight and were to resume, officials said.";
const only = (before: string, after: string) => compareTexts(before, after).differences;
const textOf = (parts: MarkedPart[] | null) => parts?.map(({ text }) => text).join("") ?? null;
/** With brackets around what is marked. */
const marked = (parts: MarkedPart[]) =>
  parts.map(({ text, substance }) => (substance ? `[${text}]` : text)).join("");
const shown = ({ substance, before, after }: Difference) => [
  substance,
  marked(before),
  marked(after),
];

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
    ["name", "Zorin spoke. So Zorin left.", "Marsh spoke. So Zorin left.", "Zorin", "Marsh"],
    ["wording", "Quietly, they left.", "Soon, they left.", "Quietly", "Soon"],
    ["quotation", "They said they will stay.", "They said “they will stay”.", "", "“"],
    ["wording", "The envoy left quietly.", "The envoy left soon.", "quietly", "soon"],
    ["typography", "The envoy left – soon.", "The envoy left - soon.", "–", "-"],
    ["typography", "He said “yes” twice.", 'He said "yes" twice.', "“", '"'],
  ])("%s: %s → %s", (substance, before, after, cut, added) => {
    const [first] = only(before, after);
    const partOf = (parts: MarkedPart[] = []) => parts.find((part) => part.substance)?.text ?? "";
    expect([first?.substance, partOf(first?.before), partOf(first?.after)]).toEqual([
      substance,
      cut,
      added,
    ]);
  });

  it("puts changed quotations first, then numbers, names and dates, then wording", () => {
    const before = `Officials left quietly. It was Tuesday.\n\n${REST}\n\nThe envoy Reed came. They were 12 men. “We will stay,” he said.`;
    const after = `Officials left soon. It was Monday.\n\n${REST}\n\nThe envoy Marsh came. They were 21 men. “We may stay,” he said.`;
    expect(only(before, after).map(({ substance }) => substance)).toEqual([
      "quotation",
      "number",
      "name",
      "date",
      "wording",
    ]);
  });

  it("puts what changed before paragraphs that one text lacks, but for mere wording", () => {
    const before = `The envoy left quietly.\n\n“No,” said Reed.\n\n12 men came with Marsh to Alder.`;
    const after = "The envoy left soon.\n\n21 men came with Marsh to Alder.";
    expect(only(before, after).map(shown)).toEqual([
      ["number", "[12] men came with Marsh to Alder.", "[21] men came with Marsh to Alder."],
      ["quotation", "[“No,” said Reed.]", ""],
      ["wording", "The envoy left [quietly].", "The envoy left [soon]."],
    ]);
  });

  it.each([
    [
      "only the sentence that changed",
      `${REST} Mr. Reed left. ${REST}`,
      `${REST} Mr. Marsh left. ${REST}`,
      [["name", "Mr. [Reed] left.", "Mr. [Marsh] left."]],
    ],
    [
      "two changes of one sentence as one difference",
      "Reed left at 9 with Marsh.",
      "Reed left at 10 without Marsh.",
      [["number", "Reed left at [9 with] Marsh.", "Reed left at [10 without] Marsh."]],
    ],
    [
      "a sentence put in, with nothing on the other side",
      `Reed left. ${REST}`,
      `Reed left. Marsh stayed. ${REST}`,
      [["wording", "", "[Marsh stayed.]"]],
    ],
    [
      "sentences that were joined",
      "Reed left. He was late.",
      "Reed left and he was late.",
      [["wording", "Reed left[. He] was late.", "Reed left[ and he] was late."]],
    ],
  ])("shows %s", (_what, before, after, expected) => {
    expect(only(before, after).map(shown)).toEqual(expected);
  });

  it("knows a name that it is told where no other word shows it", () => {
    const names = (known: string[]) =>
      compareTexts("Reed left.", "They left.", known).differences[0]?.substance;
    expect([names([]), names(["Reed"])]).toEqual(["wording", "name"]);
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
    expect(differences.map(shown)).toEqual([
      ["wording", "They [sailed home] at dawn.", "They [flew away] at dawn."],
    ]);
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

  const MEGABYTES = 5 * 1024 * 1024;
  const filled = (piece: (i: number) => string, gap: string) => {
    const pieces: string[] = [];
    for (let i = 0, length = 0; length < MEGABYTES; i++) {
      pieces.push(piece(i));
      length += piece(i).length + gap.length;
    }
    return pieces.join(gap);
  };
  const words = (seed: number) => (i: number) => `word${(i * 7919 * seed) % 10_007}`;
  it.each([
    ["one paragraph, nothing alike", filled(words(1), " "), filled(words(3), " ")],
    [
      "one paragraph, one word changed",
      `${filled(words(1), " ")} Reed x`,
      `${filled(words(1), " ")} Marsh x`,
    ],
    ["short lines, nothing alike", filled(words(1), "\n\n"), filled(words(3), "\n\n")],
    [
      "long paragraphs, each changed a little",
      filled((i) => `${i} ${REST.repeat(60)} Reed left.`, "\n\n"),
      filled((i) => `${i} ${REST.repeat(60)} Marsh left.`, "\n\n"),
    ],
    ["one endless word", "a".repeat(MEGABYTES), "b".repeat(MEGABYTES)],
  ])(
    "are compared in bounded time: 5 MB, %s",
    (_what, before, after) => {
      const { differences } = compareTexts(before, after);
      expect(differences.length).toBeGreaterThan(0);
    },
    30_000,
  );
});
