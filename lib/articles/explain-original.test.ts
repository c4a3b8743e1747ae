import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainOriginal } from "#lib/articles/explain-original.ts";

const place = (field: string, startsAt: number | null, endsAt: number | null) => ({
  field,
  startsAt,
  endsAt,
  rule: "test",
  confidence: 1,
});

const TEXT = "Talks begin\r\nShare this | leftover\n\nOne.\nStill one.";
const PLACES = [
  place("headline", 0, 11),
  place("furniture.0", 13, 23),
  place("paragraphs.0", 36, 51),
  place("language", null, null),
];

describe("an explained original", () => {
  it("has numbered lines of pieces that know their field", () => {
    const lines = explainOriginal(TEXT, PLACES).map(({ pieces }) =>
      pieces.map(({ text, kind, field }) => [text, kind, field]),
    );
    expect(lines).toEqual([
      [["Talks begin", "field", "headline"]],
      [
        ["Share this", "furniture", "furniture.0"],
        [" | leftover", "unused", null],
      ],
      [],
      [["One.", "field", "paragraphs.0"]],
      [["Still one.", "field", "paragraphs.0"]],
    ]);
  });

  it("marks where a field starts once, over all its lines", () => {
    const starts = explainOriginal(TEXT, PLACES).flatMap(({ number, pieces }) =>
      pieces.filter(({ isStart }) => isStart).map(({ field }) => [number, field]),
    );
    expect(starts).toEqual([
      [1, "headline"],
      [2, "furniture.0"],
      [4, "paragraphs.0"],
    ]);
  });

  it("loses no character but line breaks, whatever the places", () => {
    const anyPlaces = fc.array(
      fc
        .tuple(fc.nat(40), fc.nat(10))
        .map(([start, length]) => place(`f${start}`, start, start + length + 1)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), anyPlaces, (text, places) => {
        const shown = explainOriginal(text, places)
          .flatMap(({ pieces }) => pieces.map((piece) => piece.text))
          .join("");
        expect(shown).toBe(text.replaceAll(/[\r\n\u2028]/g, ""));
      }),
    );
  });
});
