import { z } from "zod";
import { getActor } from "#lib/actors/data.ts";
import { fromCursor, toCursor } from "#lib/api/cursor.ts";
import type {
  PersonAnswer,
  StatementAnswer,
  statementsQuerySchema,
} from "#lib/api/statement-schemas.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { AppError } from "#lib/errors.ts";
import { listStatementsAfter } from "#lib/statements/data-ledger.ts";
import { getPersonStatements } from "#lib/statements/data-person.ts";
import type { LedgerFilter, StatementLine } from "#lib/statements/types-ledger.ts";

type StatementsQuery = z.output<typeof statementsQuerySchema>;

/** The last statement of a page: the next one begins after it. */
const positionSchema = z.object({ day: z.string().refine(isCalendarDay), id: z.uuid() });

/** One page of the statements that a query asks for. */
export async function listStatementAnswers(
  query: StatementsQuery,
): Promise<{ items: StatementAnswer[]; nextCursor: string | null }> {
  const { sort, limit, cursor } = query;
  const after = cursor === undefined ? null : fromCursor(positionSchema, cursor);
  const lines = await listStatementsAfter(toFilter(query), { sort, after, limit: limit + 1 });
  const items = lines.slice(0, limit);
  const last = items.at(-1);
  const hasMore = lines.length > limit && last !== undefined;
  return {
    items: items.map(toStatementAnswer),
    nextCursor: hasMore ? toCursor({ day: last.day, id: last.id }) : null,
  };
}

/**
 * An actor with offices and statements. Throws `AppError` "not_found", and "gone" for one that was
 * merged into another.
 */
export async function requirePersonAnswer(id: string): Promise<PersonAnswer> {
  const found = await getActor(id);
  if (!found) throw new AppError("not_found", "There is nobody with this id.");
  if (found.state === "merged") {
    throw new AppError("gone", "This entry was merged into another.", {
      details: { mergedInto: found.intoId },
    });
  }
  const { count, byTopic, beside } = await getPersonStatements(id);
  return {
    ...found.actor,
    path: `/people/${id}`,
    statements: {
      count,
      path: ledgerOf({ speaker: id }),
      byTopic: byTopic.map(({ topic, count: onTopic }) => {
        return { topic, count: onTopic, path: ledgerOf({ speaker: id, topic: topic.id }) };
      }),
    },
    quotedWith: beside,
  };
}

function ledgerOf(narrowed: Record<string, string>): string {
  return `/statements?${new URLSearchParams(narrowed)}`;
}

function toFilter(query: StatementsQuery): LedgerFilter {
  const { q, speaker, office, side, topic, outlet, kind, from, to, confirmed } = query;
  return {
    text: q.replaceAll("\0", " ").toWellFormed(),
    speakerId: speaker ?? null,
    office: office?.replaceAll("\0", " ").toWellFormed() ?? null,
    ...{ sides: side, kinds: kind, from: from ?? null, to: to ?? null },
    topicId: topic ?? null,
    outletSlug: outlet ?? null,
    isConfirmedOnly: confirmed,
  };
}

/** A statement as the API tells of it. */
export function toStatementAnswer(line: StatementLine): StatementAnswer {
  const { passage, place, fragment, ...rest } = line;
  return {
    ...rest,
    passage: passage.map(({ text }) => text).join(""),
    passageParts: passage,
    place: `${place}${fragment}`,
  };
}
