import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { AppError } from "#lib/errors.ts";
import { findNear, findWords, kindOfParts, partsFromContent } from "#lib/statements/find-words.ts";
import { deciderOf } from "#lib/statements/mutations-decide.ts";
import {
  fieldError,
  requireTopics,
  resolveSaidOn,
  resolveSpeaker,
} from "#lib/statements/mutations-resolve.ts";
import { holdStatement } from "#lib/statements/mutations-state.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import { statementPartsSchema, type StatementParts } from "#lib/statements/schema.ts";
import type { Marking } from "#lib/statements/schema-review.ts";
import { placeOf } from "#lib/statements/words.ts";
import type { Span } from "#lib/text/span.ts";

type Text = { articleId: string; body: string; publishedOn: string | null };

/**
 * Adds a statement that no rule found, confirmed, at the words that a person points to, and returns
 * its id. Throws `AppError` "not_found" for no article, and "invalid_input" where the words do not
 * stand in it, or a statement stands there already.
 */
export function markStatement(marking: Marking, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    const speakerId = await resolveSpeaker(tx, marking, record);
    await requireTopics(tx, marking.topics);
    const text = await holdText(tx, marking.articleId);
    const parts = await placeWords(tx, text, marking);
    const { speakerText, isAnonymous, venue, kind } = marking;
    const id = uuid7();
    const { decidedAt, decidedById } = deciderOf(actor);
    const statement = {
      ...{ id, parts, speakerId, speakerText, isAnonymous, venue, confidence: 1 },
      kind: kind ?? kindOfParts(parts),
      status: "confirmed" as const,
      saidOn: resolveSaidOn(marking.saidOn, text.publishedOn ?? today()),
      topics: [...new Set(marking.topics)].map((topicId) => {
        return { topicId, status: "confirmed" as const, confidence: 1 };
      }),
      ...{ decidedAt: new Date(decidedAt), decidedById },
    };
    await insertStatements(tx, [{ ...text, statements: [statement] }]);
    const { state: after } = await holdStatement(tx, id);
    const details = { speakerId, changes: [{ id, before: null, after }] };
    record({ action: "statement.mark", subject: "statement", subjectId: id, details });
    return id;
  });
}

async function holdText(tx: Transaction, articleId: string): Promise<Text> {
  await tx.$queryRaw`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
  const article = await tx.article.findUnique({
    where: { id: articleId, deletedAt: null, mergedIntoId: null },
    select: { body: true, publishedOn: true },
  });
  if (!article) throw new AppError("not_found", "There is no such article, or it is in the bin.");
  const { body, publishedOn } = article;
  return { articleId, body, publishedOn: publishedOn && toCalendarDay(publishedOn) };
}

/** The first place of the words at which no statement stands. */
async function placeWords(tx: Transaction, text: Text, marking: Marking): Promise<StatementParts> {
  const { articleId, body } = text;
  const places = findWords(body, marking.words);
  if (places.length === 0) {
    const message = "These words do not stand in the article. Paste them from its text.";
    throw fieldError("words", message);
  }
  const rows = await tx.statement.findMany({
    where: { articleId, status: { not: "rejected" } },
    select: { parts: true },
  });
  const taken = rows.flatMap((row) => statementPartsSchema.parse(row.parts).content);
  const content = places.find((spans) => !spans.some((span) => overlapsAny(span, taken)));
  if (!content) {
    throw fieldError(
      "words",
      "A statement with these words stands there already. Correct that one.",
    );
  }
  return withNamedParts(body, partsFromContent(body, content), marking);
}

/** With the places of the speaker and the venue, where the paragraph has them as they were typed. */
function withNamedParts(body: string, parts: StatementParts, marking: Marking): StatementParts {
  const { speakerText, venue } = marking;
  const near = placeOf(parts);
  const find = (words: string | null) => {
    const place = words && findNear(body, words, near);
    return place && !overlapsAny(place, parts.content) ? place : null;
  };
  return { ...parts, source: find(speakerText), venue: find(venue) };
}

function overlapsAny({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => start < other.end && other.start < end);
}
