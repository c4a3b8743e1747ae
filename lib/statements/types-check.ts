import type { ArticleLine } from "#lib/articles/types.ts";
import type { ComparedPart, StatementLine } from "#lib/statements/types-ledger.ts";

/**
 * What given words are beside archived ones: the same, a shortened form of them, a longer text of
 * which the archive holds a part, or other words than those said.
 */
export type WordsVerdict = "exact" | "shortened" | "part" | "altered";

/** A statement that given words are a version of, with the other articles that have it. */
export type CheckMatch = {
  verdict: WordsVerdict;
  statement: StatementLine;
  /** The archived words with the given ones worked in; empty where they are the same. */
  parts: ComparedPart[];
  /** Words in common, in order. */
  common: number;
  /** Other articles with the very words of the statement, the earliest first. */
  carriers: Pick<StatementLine, "id" | "place" | "fragment" | "day" | "article">[];
};

/** An article in whose text the words stand outside of any statement. */
export type CheckedPassage = {
  article: ArticleLine;
  /** Address of the words in it. */
  href: string;
  /** The words as they stand there, and around them. */
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
