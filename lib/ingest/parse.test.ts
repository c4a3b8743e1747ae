import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listSpans } from "#lib/ingest/coverage.ts";
import { parseArticle } from "#lib/ingest/parse.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { articleDraftSchema } from "#lib/ingest/schema.ts";
import type { ArticleDraft, Found, MediaType, Span } from "#lib/ingest/types.ts";

const SAMPLE = new URL("../../../shared/seeds/starmer-trump-backstop.txt", import.meta.url);
const GOLD = new URL("../../../shared/seeds/starmer-trump-backstop.gold.json", import.meta.url);

function parse(text: string, mediaType: MediaType = "text/plain"): ArticleDraft {
  return parseArticle(
    { text, mediaType, encoding: "utf-8", encodingConfidence: 1, warnings: [] },
    { capturedOn: "2025-03-01" },
  );
}

/** Pieces that headers are made of, so that random text is messy in the ways that matter. */
const piece = fc.constantFrom(
  ..."By Ada Brook|27 February 2025|03/04/2025|Updated 2 hours ago|EPA|Getty Images|Share|,| and ".split(
    "|",
  ),
  ..."Diplomatic editor|in Kyiv|KYIV, Ukraine (AP) — |Image caption, A harbour|@adabrook|“|”|«".split(
    "|",
  ),
  ..."# |- |**|---\n|title: |[a](https://b.example)|\n|\n\n|\r\n|\u00a0| |\uFEFF|\u0000|🙂|!|.".split(
    "|",
  ),
  "The minister said on Thursday that talks would begin again in the spring, officials said.",
);
const messyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
);
const mediaType = fc.constantFrom<MediaType>("text/plain", "text/markdown");

describe("any text at all", () => {
  it("gives a draft that its schema accepts, without throwing", () => {
    fc.assert(
      fc.property(messyText, mediaType, (text, type) => {
        articleDraftSchema.parse(parse(text, type));
      }),
      { numRuns: 300 },
    );
  });

  it("is covered exactly once by fields, furniture and unused stretches", () => {
    fc.assert(
      fc.property(messyText, mediaType, (text, type) => {
        const draft = parse(text, type);
        const spans = [...listSpans(draft), ...draft.unused].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const span of [...spans, { start: text.length, end: text.length }]) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, span.start).trim()).toBe("");
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it("has at each place the words of the value that was read there", () => {
    const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(messyText, (text) => {
        const draft = parse(text);
        const read = [
          draft.headline,
          ...draft.paragraphs,
          ...draft.bylines.map(({ name }) => name),
        ];
        for (const found of read) {
          if (!found?.span) continue;
          expect(letters(textAt(draft, found.span))).toBe(letters(found.value));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("text that no one writes", () => {
  it.each([
    ["lines of marks", "text/markdown", "---\n"],
    ["nested quotations", "text/markdown", "> "],
    ["unclosed links", "text/markdown", "[a]("],
    ["separators", "text/plain", "|\n"],
    ["bylines", "text/plain", "By Ada Brook "],
  ] as const)("%s without end are read too", (_, type, part) => {
    expect(parse(part.repeat(60_000), type).text).toHaveLength(part.length * 60_000);
  });
});

describe("what is missing", () => {
  it("is said in empty text", () => {
    const draft = parse(" \n ");
    expect(draft.headline).toBeNull();
    expect(draft.warnings.map(({ code }) => code)).toEqual(["empty"]);
  });

  it("is a date that is later than the capture", () => {
    const draft = parse(
      "Talks to begin again\nBy Ada Brook\n27 June 2025\n\nThey said so on Friday.",
    );
    expect(draft.warnings.map(({ code }) => code)).toContain("date-after-capture");
  });

  it("is front matter that cannot be read", () => {
    const draft = parse("---\n{ : [\n---\n\nThe talks began again on Friday.\n", "text/markdown");
    expect(draft.warnings.map(({ code }) => code)).toContain("front-matter-unreadable");
    expect(draft.paragraphs.map(({ value }) => value)).toEqual([
      "The talks began again on Friday.",
    ]);
  });
});

type Place = [start: number, end: number];
type Gold = {
  publishedOn: { value: string; span: Place };
  bylines: {
    name: string;
    span: Place;
    role: string | null;
    roleSpan?: Place;
    note?: string | null;
    noteSpan?: Place;
  }[];
  mediaCredit: { value: string; span: [number, number] };
  firstWords: string;
  bodyParagraphs: number;
};

describe.skipIf(!existsSync(SAMPLE))("the sample (needs ../shared beside the checkout)", () => {
  it("gives every header field of its gold, at its place", async () => {
    const gold = JSON.parse(readFileSync(GOLD, "utf8")) as Gold;
    const draft = await draftFromBytes(readFileSync(SAMPLE));
    expect(placed(draft.publishedOn)).toEqual([gold.publishedOn.value, ...gold.publishedOn.span]);
    const bylines = draft.bylines.map(({ name, role, note }) => [name, role, note].map(placed));
    expect(bylines).toEqual(
      gold.bylines.map(({ name, span, role, roleSpan, note, noteSpan }) => [
        [name, ...span],
        role ? [role, ...(roleSpan ?? [])] : null,
        note ? [note, ...(noteSpan ?? [])] : null,
      ]),
    );
    const credit = [gold.mediaCredit.value, ...gold.mediaCredit.span];
    expect(draft.mediaCredits.map(placed)).toEqual([credit]);
    expect(draft.paragraphs).toHaveLength(gold.bodyParagraphs);
    expect(draft.paragraphs[0]?.value.startsWith(gold.firstWords)).toBe(true);
    expect(draft.headlineProposed).toBe(true);
    expect(draft.unused).toEqual([]);
  });
});

function placed(found: Found<string> | null): (string | number | undefined)[] | null {
  return found && [found.value, found.span?.start, found.span?.end];
}

function textAt(draft: ArticleDraft, { start, end }: Span): string {
  return draft.text.slice(start, end);
}
