import type { PairedArticle } from "#lib/duplicates/types.ts";

export type MergeCandidate = Pick<PairedArticle, "id" | "status" | "publishedOn"> & {
  /** Characters of its text. */
  length: number;
};

/**
 * Which of two articles stays public where they are made one, unless a person says otherwise: one
 * that is public before one that is not; of reprints the one that appeared first, of versions the
 * latest; of one day the longer. The order of the two does not matter.
 */
export function whichStays(
  articles: readonly [MergeCandidate, MergeCandidate],
  as: "same_text" | "update",
): string {
  const isPublic = ({ status }: MergeCandidate) => Number(status === "published");
  // One without a day is the last of reprints, and no later version of any.
  const dayOf = ({ publishedOn }: MergeCandidate) =>
    publishedOn ?? (as === "update" ? "0000" : "9999");
  const [first] = [...articles].sort(
    (a, b) =>
      isPublic(b) - isPublic(a) ||
      compare(dayOf(a), dayOf(b)) * (as === "update" ? -1 : 1) ||
      b.length - a.length ||
      compare(a.id, b.id),
  );
  return first?.id ?? articles[0].id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
