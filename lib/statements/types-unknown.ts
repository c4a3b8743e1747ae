import type { ReviewArticle } from "#lib/statements/types-review.ts";

/** Somebody who speaks in articles and is nobody whom the archive knows. */
export type UnknownSpeaker = {
  /** As articles write it most. */
  speakerText: string;
  statementCount: number;
  articleCount: number;
  /** The words of one of the statements. */
  example: string;
};

export type UnknownSpeakers = { items: UnknownSpeaker[]; total: number; pageCount: number };

/** The statements of one of them, the surest first; at most so many as the page shows. */
export type UnknownSpeakerStatements = {
  speakerText: string;
  /** It names one and the same wherever it stands, and so may be said once for all. */
  isName: boolean;
  total: number;
  lines: { id: string; words: string; passage: string; article: ReviewArticle }[];
};
