/** Who says what in a text: direct and mixed quotations, and indirect speech. */
import type { Span } from "#lib/text/span.ts";
import { AttributionModel, type AttributionWeights } from "./attribution-model.ts";
import weights from "./attribution-weights.json" with { type: "json" };
import { readPassage, RegionReader, type Passage, type TokenRange } from "./passage.ts";
import { phraseAfter, spanOf, subjectBefore } from "./source-phrases.ts";

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

const LEAST_CUE_CHANCE = 0.2;
const LEAST_CHANCE = 0.3;
const MODEL = new AttributionModel(weights as AttributionWeights);

/** All attributions of a text, in the order of their content. Linear in the text; never throws. */
export function findAttributions(text: string): Attribution[] {
  return attributionsWith(MODEL, text);
}

export function attributionsWith(model: AttributionModel, text: string): Attribution[] {
  const passage = readPassage(text);
  const found: Attribution[] = [];
  for (const [i, { word }] of passage.tokens.entries()) {
    if (!model.canBeCue(word.stem.name)) continue;
    const reader = new RegionReader(passage, i);
    const side = model.chooseSide(reader);
    if (side.chance < LEAST_CUE_CHANCE) continue;
    const after = side.value === "before" ? null : model.chooseAfter(reader);
    const before = side.value === "after" ? null : model.chooseBefore(reader);
    const parts = [before, after].filter((part) => part !== null);
    const chance = parts.reduce((product, part) => product * part.chance, side.chance);
    if (parts.length === 0 || chance < LEAST_CHANCE) continue;
    found.push(
      toAttribution(
        passage,
        i,
        parts.map(({ value }) => value),
        chance,
      ),
    );
  }
  return found;
}

function toAttribution(
  passage: Passage,
  cue: number,
  content: TokenRange[],
  confidence: number,
): Attribution {
  const { tokens, quotes } = passage;
  const source = phraseAfter(tokens, cue + 1) ?? subjectBefore(tokens, cue);
  const inside = quotes.filter((q) =>
    content.some(
      ({ from, to }) =>
        q.start >= (tokens[from]?.start ?? 0) && q.end <= (tokens[to - 1]?.end ?? 0),
    ),
  );
  const spans = content.flatMap((range) => spanOf(tokens, range) ?? []);
  return {
    kind:
      inside.length === 0
        ? "indirect"
        : spans.every((s) => inside.some((q) => q.start === s.start)) &&
            spans.every((s) => inside.some((q) => q.end === s.end))
          ? "direct"
          : "mixed",
    content: spans,
    quotes: inside,
    cue: spanOf(tokens, { from: cue, to: cue + 1 }),
    source: source && spanOf(tokens, source),
    confidence,
  };
}
