/** Who says what in a text: direct and mixed quotations, and indirect speech. */
import type { Span } from "#lib/text/span.ts";
import { AttributionModel, type AttributionWeights } from "./attribution-model.ts";
import weights from "./attribution-weights.json" with { type: "json" };
import { findReports } from "./reports.ts";
import { attachQuotations } from "./quotation-chains.ts";
import { readPassage, spanOf, type Passage } from "./passage.ts";
import type { Report } from "./reports.ts";

export type Attribution = {
  /** Direct: quoted words alone. Mixed: quoted words among others. Indirect: none quoted. */
  kind: "direct" | "mixed" | "indirect";
  /** What is said, in the order of the text; several spans where a cue interrupts it. */
  content: Span[];
  /** Quoted strings within the content, marks included. */
  quotes: Span[];
  cue: Span | null;
  /** The words naming the speaker, the widest noun phrase: "Sir Keir", "a senior official", "he". */
  source: Span | null;
  /** From 0 to 1. */
  confidence: number;
};

const MODEL = new AttributionModel(weights as AttributionWeights);

/** All attributions of a text, in the order of their content. Linear in the text; never throws. */
export function findAttributions(text: string): Attribution[] {
  return findAttributionsWith(MODEL, text);
}

/** The same by another model, as one in training. */
export function findAttributionsWith(model: AttributionModel, text: string): Attribution[] {
  const passage = readPassage(text);
  const reports = attachQuotations(model, passage, findReports(model, passage));
  return reports
    .map((report) => toAttribution(passage, report))
    .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function toAttribution(passage: Passage, report: Report): Attribution {
  const { tokens, quotes } = passage;
  const content = report.content.flatMap((range) => spanOf(tokens, range) ?? []);
  const indices = new Set<number>();
  for (const { from, to } of report.content) {
    for (let i = from; i < to; i++) {
      const quote = tokens[i]?.quote ?? -1;
      if (quote >= 0 && passage.quoteRanges[quote]?.from === i) indices.add(quote);
    }
  }
  const inside = [...indices]
    .flatMap((i) => quotes[i] ?? [])
    .map(({ start, end }) => ({ start, end }));
  const isDirect = content.every(
    ({ start, end }) =>
      inside.some((quote) => quote.start === start) && inside.some((quote) => quote.end === end),
  );
  return {
    kind: inside.length === 0 ? "indirect" : isDirect ? "direct" : "mixed",
    content,
    quotes: inside,
    cue: report.cue === null ? null : spanOf(tokens, { from: report.cue, to: report.cue + 1 }),
    source: report.source && spanOf(tokens, report.source),
    confidence: report.chance,
  };
}
