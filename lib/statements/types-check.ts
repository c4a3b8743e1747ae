import type { ArticleLine } from "#lib/articles/types.ts";
import type { WordsVerdict } from "#lib/statements/schema.ts";
import type { ComparedPart, LedgerEntry } from "#lib/statements/types-ledger.ts";

/** A statement that given words are a version of, with the other articles that carry it. */
export type CheckMatch = {
  verdict: WordsVerdict;
  statement: LedgerEntry;
  /** What of the archived words is compared (`here`), with the given ones (`there`) worked in. */
  parts: ComparedPart[];
  /** True where the archived words begin before what is compared, or go on after it. */
  isCut: { before: boolean; after: boolean };
};

/** An article in whose text the words stand outside of any statement. */
export type CheckedPassage = {
  article: ArticleLine;
  /** What makes a browser mark the words there: `:~:text=…`, after the `#` of an address. */
  fragment: string;
  /** The words as they stand there, and some of what is around them. */
  before: string;
  words: string;
  after: string;
};

export type QuotationCheck = {
  verdict: WordsVerdict | "not_found";
  /** The closest first. */
  matches: CheckMatch[];
  passages: CheckedPassage[];
};
