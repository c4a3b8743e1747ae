import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { StatementState } from "#lib/statements/schema-review.ts";
import type { ReviewLine } from "#lib/statements/types-review.ts";

export const STATE_SELECT = {
  status: true,
  kind: true,
  speakerId: true,
  speakerText: true,
  isAnonymous: true,
  venue: true,
  saidOn: true,
  topics: { select: { topicId: true, status: true, confidence: true } },
  decidedAt: true,
  decidedById: true,
} satisfies Prisma.StatementSelect;

type StateRow = Prisma.StatementGetPayload<{ select: typeof STATE_SELECT }>;

/** What can be decided about a statement, as its row has it; other columns are left out. */
export function toState(row: StateRow): StatementState {
  const { status, kind, speakerId, speakerText, isAnonymous, venue, saidOn } = row;
  const topics = row.topics
    .map(({ topicId, status, confidence }) => ({ topicId, status, confidence }))
    .sort((a, b) => (a.topicId < b.topicId ? -1 : 1));
  const decided = {
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedById: row.decidedById,
  };
  return { status, kind, speakerId, speakerText, isAnonymous, venue, saidOn, topics, ...decided };
}

export const REVIEW_LINE_SELECT = {
  id: true,
  status: true,
  kind: true,
  words: true,
  speakerId: true,
  speakerText: true,
  isAnonymous: true,
  confidence: true,
  speaker: { select: { name: true } },
} satisfies Prisma.StatementSelect;

type LineRow = Prisma.StatementGetPayload<{ select: typeof REVIEW_LINE_SELECT }>;

/** A statement's row as a line of the archivists' lists. */
export function toReviewLine(row: LineRow): ReviewLine {
  const { id, status, kind, words, speaker, speakerText, isAnonymous, confidence } = row;
  return {
    ...{ id, status, kind, words, isAnonymous, confidence },
    speaker: speaker?.name ?? speakerText,
    isSpeakerKnown: speaker !== null,
  };
}

export const REVIEW_ARTICLE_SELECT = {
  id: true,
  headline: true,
  publishedOn: true,
  language: true,
  outlet: { select: { name: true } },
} satisfies Prisma.ArticleSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof REVIEW_ARTICLE_SELECT }>;

/** The article that a statement stands in, as the review names it. */
export function toReviewArticle({ id, headline, publishedOn, language, outlet }: ArticleRow) {
  const day = publishedOn && toCalendarDay(publishedOn);
  return { id, headline, language, publishedOn: day, outlet: outlet?.name ?? null };
}
