/** What a person decides about statements, held and written inside a caller's transaction. */
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { STATE_SELECT, toState } from "#lib/statements/data-state.ts";
import type { Comparable } from "#lib/statements/likes.ts";
import type { StatementState } from "#lib/statements/schema-review.ts";
import { markOf } from "#lib/statements/state-mark.ts";

export type HeldStatement = Comparable & {
  state: StatementState;
  publishedOn: string | null;
  /** Name of who decided it; null where nobody did, or the account is gone. */
  decidedBy: string | null;
  speaker: string | null;
};

/**
 * Statements by id, their articles held until the transaction ends, so that no edit and no re-run
 * meets them half-way. One that is gone is left out.
 */
export async function holdStatements(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, HeldStatement>> {
  // In one order for everyone. Lets others point to the articles, as `lockArticle` does.
  await tx.$queryRaw`
    SELECT id FROM articles WHERE id IN
      (SELECT article_id FROM statements WHERE id = ANY (${[...ids]}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.statement.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...STATE_SELECT,
      ...{ id: true, groupId: true, articleId: true },
      speaker: { select: { name: true } },
      decidedBy: { select: { name: true } },
      article: { select: { outletId: true, publishedOn: true } },
    },
  });
  const held = rows.map((row): HeldStatement => {
    const { id, groupId, articleId, speakerText, article, speaker, decidedBy } = row;
    return {
      ...{ id, groupId, articleId, speakerText, outletId: article.outletId },
      state: toState(row),
      publishedOn: article.publishedOn && toCalendarDay(article.publishedOn),
      decidedBy: decidedBy?.name ?? null,
      speaker: speaker?.name ?? speakerText,
    };
  });
  return new Map(held.map((statement) => [statement.id, statement]));
}

/** The one statement, held. Throws `AppError` "not_found". */
export async function holdStatement(tx: Transaction, id: string): Promise<HeldStatement> {
  const statement = (await holdStatements(tx, [id])).get(id);
  if (statement) return statement;
  throw new AppError(
    "not_found",
    "This statement is gone: its article has been edited or read anew. Nothing was changed.",
  );
}

/**
 * Throws `AppError` "conflict", with who decided what, where a statement is not as it was seen;
 * `details.seen` is the mark of what it now is.
 */
export function requireAsSeen(statement: HeldStatement, seen: string): void {
  const { state, decidedBy, speaker } = statement;
  if (markOf(state) === seen) return;
  const who = decidedBy ?? "Someone";
  const said = state.status === "confirmed" && speaker ? `, as said by ${speaker},` : "";
  const what =
    state.status === "suggested"
      ? "This statement has been read anew or put back"
      : `${who} has ${state.status} this statement${said}`;
  throw new AppError(
    "conflict",
    `${what} since you opened it. Nothing of yours was written; what you typed is kept. Send it again to decide otherwise.`,
    { details: { seen: markOf(state) } },
  );
}

/** Writes what was decided. Of topics, those named neither before nor after stay as they are. */
export async function writeState(
  tx: Transaction,
  { id, publishedOn, state: before }: HeldStatement,
  after: StatementState,
): Promise<void> {
  const { topics, decidedAt, saidOn, ...columns } = after;
  const day = (saidOn && parseEdtf(saidOn)?.start) || publishedOn;
  await tx.statement.update({
    where: { id },
    data: {
      ...{ ...columns, saidOn },
      day: day && toDateColumn(day),
      decidedAt: decidedAt && new Date(decidedAt),
    },
    select: { id: true },
  });
  if (JSON.stringify(before.topics) === JSON.stringify(topics)) return;
  const named = [...before.topics, ...topics].map(({ topicId }) => topicId);
  await tx.statementTopic.deleteMany({ where: { statementId: id, topicId: { in: named } } });
  const there = await tx.topic.findMany({ where: { id: { in: named } }, select: { id: true } });
  const isThere = new Set(there.map((topic) => topic.id));
  await tx.statementTopic.createMany({
    data: topics
      .filter(({ topicId }) => isThere.has(topicId))
      .map((topic) => ({ statementId: id, ...topic })),
  });
}
