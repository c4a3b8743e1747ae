import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { makePdf, type PdfText } from "#lib/testing/pdf.ts";

const LEADING = 12;

/** Lines below each other from a place on; a line that begins with a space is indented. */
function column(x: number, y: number, lines: string[]): PdfText[] {
  return lines.map((line, i) => ({
    x: line.startsWith(" ") ? x + 14 : x,
    y: y + i * LEADING,
    text: line.trim(),
  }));
}

const LEFT = [
  "Ministers from both sides met in the harbour",
  "town on Thursday to discuss how the grain car-",
  "ried through the strait might be insured this",
  "winter, and agreed on little else.",
  " The envoy called the talks frank. A well-known",
  "skipper who had waited outside for three hours",
  "said that he had heard nothing new since the",
];
const RIGHT = [
  "spring, when the first of the meetings took",
  "place in the same hall with the same people.",
  " Insurers want a guarantee from the treasury,",
  "which has so far declined to give one to any-",
  "one who sails without an escort of two ships.",
  " The next round is planned for the spring of",
  "next year, in a place that is yet to be named.",
];
const ARTICLE = [
  "Ministers from both sides met in the harbour town on Thursday to discuss how the grain carried through the strait might be insured this winter, and agreed on little else.",
  "The envoy called the talks frank. A well-known skipper who had waited outside for three hours said that he had heard nothing new since the spring, when the first of the meetings took place in the same hall with the same people.",
  "Insurers want a guarantee from the treasury, which has so far declined to give one to anyone who sails without an escort of two ships.",
  "The next round is planned for the spring of next year, in a place that is yet to be named.",
];
const HEADER: PdfText[] = [
  { x: 60, y: 70, size: 22, text: "Harbour talks open with little agreed" },
  { x: 60, y: 100, text: "By Ada Brook" },
  { x: 60, y: 120, text: "27 February 2025" },
];
const draftOf = (pages: PdfText[][], more = {}) => draftFromBytes(makePdf(pages, more));
const valuesOf = (draft: Awaited<ReturnType<typeof draftOf>>) =>
  draft.paragraphs.map(({ value }) => value);

describe("a PDF", () => {
  it("in two columns is read column by column, lines and divided words joined", async () => {
    const draft = await draftOf([
      [...HEADER, ...column(60, 150, LEFT), ...column(320, 153, RIGHT)],
    ]);
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open with little agreed" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2025-02-27" },
      unused: [],
    });
    expect(valuesOf(draft)).toEqual(ARTICLE);
  });

  it("whose columns stand on the same lines is read in the same way", async () => {
    const draft = await draftOf([
      [...HEADER, ...column(60, 150, LEFT), ...column(300, 150, RIGHT)],
    ]);
    expect(valuesOf(draft)).toEqual(ARTICLE);
  });

  it("of several pages goes on across them, without running heads and page numbers", async () => {
    const furniture = (page: number): PdfText[] => [
      { x: 60, y: 40, size: 8, text: `The Northmark Courier, 27 February 2025, page ${page}` },
      { x: 300, y: 760, size: 8, text: String(page) },
    ];
    const draft = await draftOf([
      [...furniture(1), ...HEADER, ...column(60, 150, LEFT)],
      [...furniture(2), ...column(60, 70, RIGHT)],
    ]);
    expect(valuesOf(draft)).toEqual(ARTICLE);
    expect(draft.furniture.filter(({ rule }) => rule === "running-head")).toHaveLength(2);
  });

  it("whose paragraphs are parted by space, or end in short lines, keeps them apart", async () => {
    const lines = [
      "The talks were held in the harbour town and went",
      "on for two days.",
      "Nothing was signed by any of those who had come.",
    ];
    const apart = [...column(60, 100, lines.slice(0, 2)), ...column(60, 136, lines.slice(2))];
    const expected = [`${lines[0]} ${lines[1]}`, lines[2]];
    expect(valuesOf(await draftOf([column(60, 100, lines)]))).toEqual(expected);
    expect(valuesOf(await draftOf([apart]))).toEqual(expected);
  });

  it("keeps the rows of a table as lines", async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, i) => ({ x: 60 + i * 120, y, text }));
    const draft = await draftOf([
      [
        ...column(60, 60, LEFT),
        ...row(180, "Port", "Ships", "Tonnes"),
        ...row(192, "Northmark", "12", "4,100"),
        ...row(204, "Eastwick", "7", "2,050"),
      ],
    ]);
    expect(valuesOf(draft).slice(-3)).toEqual([
      "Port Ships Tonnes",
      "Northmark 12 4,100",
      "Eastwick 7 2,050",
    ]);
  });

  it("takes its properties only for what the text does not say", async () => {
    const draft = await draftOf([column(60, 100, LEFT)], { title: "Draft of the harbour story" });
    expect(draft).toMatchObject({
      headline: { value: "Draft of the harbour story", confidence: 0.3 },
      publishedOn: { value: "2024-05-01", confidence: 0.3 },
    });
  });

  it("without any text is refused as scanned, and one with blank pages says so", async () => {
    await expect(draftOf([[], []])).rejects.toThrow(/scanned/);
    const draft = await draftOf([column(60, 100, LEFT), []]);
    expect(draft.warnings).toContainEqual(expect.objectContaining({ code: "scanned" }));
  });

  it("that is damaged is refused with the reason, and read where it can be", async () => {
    const whole = makePdf([column(60, 100, LEFT)]).toString("latin1");
    await expect(draftFromBytes(Buffer.from("%PDF-1.7 and more"))).rejects.toThrow(/damaged/);
    const misled = whole.replace(/startxref\n\d+/, "startxref\n9");
    const draft = await draftFromBytes(Buffer.from(misled, "latin1"));
    expect(draft.paragraphs[0]?.value).toBe(ARTICLE[0]);
  });

  it("of ten thousand pages is read as far as an article goes", async () => {
    const draft = await draftOf(
      Array.from({ length: 10_000 }, () => column(60, 100, ["The talks went on."])),
    );
    expect(draft.warnings).toContainEqual(expect.objectContaining({ code: "damaged" }));
  });
});
