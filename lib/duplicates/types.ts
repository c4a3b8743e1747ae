/** How two articles are related. A pair that is none of these is `different`. */
export const PAIR_KINDS = ["same_text", "update", "same_event"] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/** What of an article a comparison goes by. */
export type ComparedArticle = {
  headline: string | null;
  /** Paragraphs joined by a blank line. */
  body: string;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  outlet: string | null;
  sourceUrl: string | null;
};

export type Verdict = {
  kind: PairKind | "different";
  /** How sure the kind is: 1 beyond doubt, 0.5 as good as not; of `different`, how near it came. */
  score: number;
  /** Plain British English, the weightiest first. */
  reasons: string[];
};

/** How many articles of an archive, or of a sample of it, use each term. Keys are term hashes. */
export type TermFrequencies = { articles: number; articlesWith: ReadonlyMap<number, number> };
