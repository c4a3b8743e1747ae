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

export type { TermFrequencies } from "#lib/text/terms.ts";

/** A term that tells what an article is about. */
export type TellingTerm = {
  /** As `article_fingerprints.terms` has it. */
  hash: number;
  /** As it stands in the article. */
  word: string;
  weight: number;
  /** True where few articles hold it, so that an index finds them at once. */
  isRare: boolean;
};

/** One side of a pair, as a list shows it. */
export type PairedArticle = {
  id: string;
  headline: string | null;
  outlet: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  status: "draft" | "published" | "withdrawn";
  /** Id of the article that it is merged into. */
  mergedInto: string | null;
};

export type PairLine = {
  id: string;
  /** What the archive suggests, and how sure it is. */
  kind: PairKind;
  score: number;
  status: "suggested" | "confirmed" | "rejected";
  /** What a person confirmed; null while nobody decided, and where they are different. */
  decision: PairKind | null;
  /** The one that the archive has had longer comes first. */
  articles: readonly [PairedArticle, PairedArticle];
};

/** A pair with what is needed to decide about it. */
export type PairInFull = PairLine & {
  decidedAt: Date | null;
  /** Name of the person; null where nobody decided or the account is gone. */
  decidedBy: string | null;
  verdict: Verdict;
  bodies: readonly [string, string];
};

export type OpenPairs = { items: PairLine[]; total: number };
