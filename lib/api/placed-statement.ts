import type { PlacedStatementAnswer } from "#lib/api/position-schemas.ts";

/** What a statement brings with it; the ledger's line of a statement is one. */
type Line = Omit<PlacedStatementAnswer, "passage" | "speaker" | "place" | "article"> & {
  passage: readonly { text: string }[];
  speaker: { id: string; name: string; offices: string[] } | null;
  place: string;
  fragment: string;
  article: { headline: string; publishedOn: string; outlet: { name: string } | null };
};

/** A statement with its place as the API tells of it. */
export function toPlacedStatement(line: Line): PlacedStatementAnswer {
  const { passage, place, fragment, article, ...rest } = line;
  const { headline, publishedOn, outlet } = article;
  return {
    ...rest,
    passage: passage.map(({ text }) => text).join(""),
    place: `${place}${fragment}`,
    article: { headline, publishedOn, outlet: outlet?.name ?? null },
  };
}
