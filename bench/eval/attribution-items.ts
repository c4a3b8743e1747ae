/** News articles with their attributions as annotators marked them, the gold of statements. */
import type { Span } from "#lib/text/span.ts";
import { readAllJsonLines } from "../data/json-lines.ts";

export type GoldAttribution = {
  kind: "direct" | "mixed" | "indirect";
  source: Span[];
  cue: Span[];
  content: Span[];
  sourceIsPronoun: boolean;
};
export type AttributionItem = {
  id: string;
  split: string;
  text: string;
  attributions: GoldAttribution[];
};

type Pair = [start: number, end: number];
type StoredItem = Omit<AttributionItem, "attributions"> & {
  attributions: (Pick<GoldAttribution, "kind" | "sourceIsPronoun"> &
    Record<"source" | "cue" | "content", Pair[]>)[];
};

/** The items of a file of JSON Lines that belong to a split; all where none does, as in other sets. */
export async function readAttributionItems(
  file: string,
  split: "train" | "dev",
): Promise<AttributionItem[]> {
  const stored = await readAllJsonLines<StoredItem>(file);
  const chosen = stored.filter((item) => item.split === split);
  return (chosen.length > 0 ? chosen : stored).map((item) => ({
    ...item,
    attributions: item.attributions.map((attribution) => ({
      ...attribution,
      source: attribution.source.map(toSpan),
      cue: attribution.cue.map(toSpan),
      content: attribution.content.map(toSpan),
    })),
  }));
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}
