import type { StatementParts } from "#lib/statements/schema.ts";

export type StatementKind = "direct" | "mixed" | "indirect";
export type Judged = "suggested" | "confirmed" | "rejected";

export type StatementTopic = { topicId: string; status: Judged; confidence: number };

/** What is said of a statement, whoever says it: the reader of texts or a person. */
export type StatementFields = {
  kind: StatementKind;
  parts: StatementParts;
  speakerId: string | null;
  /** As the article has it: "Sir Keir", "a senior official". */
  speakerText: string | null;
  isAnonymous: boolean;
  venue: string | null;
  /** EDTF. */
  saidOn: string | null;
  confidence: number;
};

/** A statement as it is to stand in an article; what is not given is as of a new suggestion. */
export type NewStatement = StatementFields & {
  id?: string;
  status?: Judged;
  topics: StatementTopic[];
  /** Where the article itself has the words from. */
  sourcePublisher?: string | null;
  sourceUrl?: string | null;
  createdAt?: Date;
  decidedAt?: Date | null;
  decidedById?: string | null;
};

/** A statement as it stands in an article. */
export type KnownStatement = Required<NewStatement>;

/** What is found in a text by rules; its spans index into the text. */
export type SuggestedStatement = StatementFields & {
  topics: { topicId: string; confidence: number }[];
};

/** The statements of an article with the text that they stand in. */
export type ArticleStatements<T> = {
  articleId: string;
  body: string;
  /** `YYYY-MM-DD`: what a statement of no day of its own is dated by. */
  publishedOn: string | null;
  statements: readonly T[];
};
