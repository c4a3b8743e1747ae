import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findAttributions, type Attribution } from "./attributions.ts";
import { resolveReferences } from "./references.ts";

const read = (text: string) =>
  findAttributions(text).map(({ kind, content, source, cue }) => ({
    kind,
    content: content.map(({ start, end }) => text.slice(start, end)),
    source: source && text.slice(source.start, source.end),
    cue: cue && text.slice(cue.start, cue.end),
  }));

describe("direct quotations", () => {
  it.each([
    ["“We will sign the deal in June,” Ada Brook said.", "Ada Brook", "said"],
    ["“We will sign the deal in June,” said Ada Brook.", "Ada Brook", "said"],
    ["“We will sign the deal in June,” Brook, the envoy, told reporters.", "Brook", "told"],
    ["Brook said: “We will sign the deal in June.”", "Brook", "said"],
    ["“We will sign the deal in June,” according to a senior official.", "a senior official", null],
    ["“Will we sign the deal in June?” Brook asked.", "Brook", "asked"],
  ])("%s", (text, source, cue) => {
    const [found, ...others] = read(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: "direct", content: [/“.*?”/.exec(text)?.[0]] });
    expect(found?.source).toContain(source);
    if (cue) expect(found?.cue).toBe(cue);
  });

  it("joins what the cue interrupts and what follows it", () => {
    const text = "“We will sign,” Ada Brook said. “It takes until June.”";
    expect(read(text)).toMatchObject([
      { kind: "direct", content: ["“We will sign,”", "“It takes until June.”"] },
    ]);
  });

  it.each([
    [
      "the title of a programme",
      "“We will sign,” Ada Brook said on “Morning Table.” “It takes until June.”",
    ],
    ["indirect speech", "The deal is near, Ada Brook said. “It takes until June.”"],
  ])("joins what follows the cue after %s", (_, text) => {
    const found = read(text);
    expect(found.map(({ source }) => source)).toEqual(["Ada Brook"]);
    expect(found[0]?.content.at(-1)).toBe("“It takes until June.”");
  });

  it("goes on over paragraphs to the closing mark", () => {
    const text = "Ada Brook said: “We will sign.\n\n“It takes until June.”\n\nThe hall was full.";
    expect(read(text)).toMatchObject([
      {
        kind: "direct",
        content: ["“We will sign.", "“It takes until June.”"],
        source: "Ada Brook",
      },
    ]);
  });

  it("gives a quotation without a cue to the one who spoke before", () => {
    const text =
      "“We will sign the deal,” Ada Brook said.\n\n“It will take us until June, I think.”";
    expect(read(text).map(({ source }) => source)).toEqual(["Ada Brook", "Ada Brook"]);
  });
});

describe("mixed and indirect speech", () => {
  it("takes the clause with its quoted words", () => {
    const text = "Brook said that the deal was “the best of a bad lot” in years.";
    expect(read(text)).toMatchObject([
      { kind: "mixed", source: "Brook", cue: "said", content: [text.slice(11, -1)] },
    ]);
  });

  it("takes what a verb of saying reports", () => {
    expect(read("Ada Brook said on Monday that the talks would go on.")).toMatchObject([
      { kind: "indirect", source: "Ada Brook", content: ["that the talks would go on"] },
    ]);
  });

  it("takes the sentence before a closing cue", () => {
    expect(read("The talks would go on until June, she said.")).toMatchObject([
      { kind: "indirect", source: "she", content: ["The talks would go on until June"] },
    ]);
  });

  it("knows a source after “according to”", () => {
    expect(read("The talks will go on, according to two officials.")).toMatchObject([
      { kind: "indirect", source: "two officials", content: ["The talks will go on"] },
    ]);
  });
});

it("takes titles and names of programmes for no speech", () => {
  expect(read("He starred in “The Long River” and “A House in June” for years.")).toEqual([]);
});

const TEXT_LENGTH = 1_000_000;

it.each([
  "Ada Brook is the author of “The Long Winter,” a novel about a village.",
  "The song “River of Stone” played as the crowd left.",
  "Ada Brook was a guest on “Morning Table,” a talk show.",
  "They met in a so-called “safe house” near the river.",
])("hears no one speak in: %s", (text) => expect(read(text)).toEqual([]));

describe("any text", { timeout: 120_000 }, () => {
  it.each([
    ["quotation marks", '"'],
    ["opening marks", "“"],
    ["cues", "said "],
    ["quoted cues", "“said” said "],
    ["open tags", "<a "],
    ["commas", "he said, "],
    ["right-to-left words", "אמר “שלום” "],
    ["lines", "“\n"],
    ["halves of pairs", "\ud83d“"],
  ])("ends with a megabyte of %s, and stays within it", (_, unit) => {
    const text = unit.repeat(Math.ceil(TEXT_LENGTH / unit.length));
    const spans = findAttributions(text).flatMap(({ content, source }) => [
      ...content,
      ...(source ? [source] : []),
    ]);
    expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  });

  it("finds nothing in nothing", () => {
    expect(findAttributions("")).toEqual([]);
  });
});

const SAMPLE = new URL("../../../shared/seeds/starmer-trump-backstop.txt", import.meta.url);
const GOLD = new URL("../../../shared/seeds/starmer-trump-backstop.gold.json", import.meta.url);
const NAMES = /Keir Starmer|Sir Keir|Donald Trump|Volodymyr Zelensky|David Lammy|Trump|Zelensky/g;
type GoldQuotation = { span: [number, number]; speaker: string; sourceText?: string };

describe.skipIf(!existsSync(SAMPLE))("the sample (needs ../shared beside the checkout)", () => {
  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, "utf8") : "";
  const gold = existsSync(GOLD)
    ? (JSON.parse(readFileSync(GOLD, "utf8")) as { quotations: GoldQuotation[] }).quotations
    : [];
  const found = findAttributions(text);
  const names = [...text.matchAll(NAMES)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    type: "person" as const,
    confidence: 1,
  }));
  const referents = resolveReferences(text, found, names);
  const nameOf = (attribution: Attribution | undefined): string | null => {
    const span = attribution && referents[found.indexOf(attribution)];
    return span ? text.slice(span.start, span.end) : null;
  };

  it("has thirteen quotations", () => expect(gold).toHaveLength(13));

  it.each(gold)("finds $span with a source that is $speaker", ({ span, speaker }) => {
    const [start, end] = span;
    const holds = found.find(({ quotes }) =>
      quotes.some((quote) => quote.start === start && quote.end === end),
    );
    const source = holds?.source && text.slice(holds.source.start, holds.source.end);
    expect(holds).toBeDefined();
    const known = gold
      .filter((other) => other.speaker === speaker)
      .map((other) => other.sourceText);
    expect([speaker, ...known]).toContain(known.includes(source ?? "") ? source : nameOf(holds));
  });
});
