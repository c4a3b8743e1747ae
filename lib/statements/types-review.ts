/** What archivists see of statements. Days are `YYYY-MM-DD`. */
import type { ActorKind, Office } from "#lib/actors/types.ts";
import type { LikeScope } from "#lib/statements/likes.ts";
import type { PassagePiece } from "#lib/statements/mark-passage.ts";
import type { StatementState } from "#lib/statements/schema-review.ts";
import type { Judged, StatementKind } from "#lib/statements/types.ts";

/** A statement as a line of a list. */
export type ReviewLine = {
  id: string;
  status: Judged;
  kind: StatementKind;
  words: string;
  /** Name of the actor, or else what the article calls the speaker. */
  speaker: string | null;
  isSpeakerKnown: boolean;
  isAnonymous: boolean;
  confidence: number;
};

export type ReviewArticle = {
  id: string;
  headline: string | null;
  outlet: string | null;
  publishedOn: string | null;
  language: string;
};

export type ReviewTopic = { id: string; label: string; status: Judged; confidence: number };

export type ReviewSpeaker = {
  id: string;
  name: string;
  kind: ActorKind;
  country: string | null;
  offices: Office[];
};

/** All that one decides about, with what is needed to decide. */
export type StatementToReview = {
  id: string;
  state: StatementState;
  /** Mark of the state, to be sent with the decision. */
  seen: string;
  words: string;
  confidence: number;
  day: string | null;
  speaker: ReviewSpeaker | null;
  topics: ReviewTopic[];
  article: ReviewArticle;
  /** The passage with its parts marked, and the text around it. */
  before: string;
  passage: PassagePiece[];
  after: string;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** Counting more takes longer than knowing it is worth. */
export const MAX_COUNTED = 10_000;

/** A page of the review: where one is among what is left. */
export type ReviewPage = {
  statement: StatementToReview | null;
  /** Ids of those before and after it in the queue. */
  previousId: string | null;
  nextId: string | null;
  /** The next in the queue, after the statement itself. */
  ahead: ReviewLine[];
  /** How many meet the filter; no more than `MAX_COUNTED` are counted. */
  left: number;
};

export type Like = ReviewLine & { seen: string; article: ReviewArticle };

export type LikesOffer = { scope: LikeScope; likes: Like[] };

/** A decided statement and what may be decided likewise. */
export type LikesOffers = {
  model: ReviewLine & { speakerText: string | null };
  offers: LikesOffer[];
};

/** A stretch of an article's text; where a statement's words stand, which one. */
export type TextPiece = { text: string; statement: { id: string; status: Judged } | null };

/** An article's text with its statements, in its order. */
export type ArticleStatements = {
  article: ReviewArticle;
  text: TextPiece[];
  statements: ReviewLine[];
};

export const DECISION_ACTIONS = [
  "statement.confirm",
  "statement.reject",
  "statement.reopen",
  "statement.decide_likes",
  "statement.mark",
  "statement.name_speaker",
] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** What a person did last, and may take back. */
export type LastDecision = {
  /** Of the audit entry. */
  id: string;
  action: DecisionAction;
  at: Date;
  statementId: string;
  words: string;
  /** How many statements it was about. */
  count: number;
};
