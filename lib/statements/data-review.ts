import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { findActorsCalled } from "#lib/actors/data-names.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { aroundPassage } from "#lib/statements/around-passage.ts";
import {
  REVIEW_ARTICLE_SELECT,
  REVIEW_LINE_SELECT,
  STATE_SELECT,
  toReviewArticle,
  toReviewLine,
  toState,
} from "#lib/statements/data-state.ts";
import { markPassage } from "#lib/statements/mark-passage.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";
import type { ReviewFilter, ReviewQuery } from "#lib/statements/schema-review.ts";
import { markOf } from "#lib/statements/state-mark.ts";
import {
  MAX_COUNTED,
  type ReviewLine,
  type ReviewPage,
  type StatementToReview,
} from "#lib/statements/types-review.ts";

const AHEAD_SHOWN = 6;

/** The statement that a query is at, else the first that meets it, with its place in the queue. */
export async function getReviewPage(query: ReviewQuery): Promise<ReviewPage> {
  const where = await toWhere(query);
  const [statement, left] = await Promise.all([getStatementAt(where, query.at), countLeft(where)]);
  if (!statement) return { statement, previousId: null, nextId: null, ahead: [], left };
  const [aheadIds, [previousId = null]] = await Promise.all([
    findIds(where, { after: statement.id, limit: AHEAD_SHOWN }),
    findIds(where, { before: statement.id, limit: 1 }),
  ]);
  const ahead = await listLines(aheadIds);
  return { statement, previousId, nextId: aheadIds[0] ?? null, ahead, left };
}

async function getStatementAt(where: Prisma.Sql, at: string | undefined) {
  const there = at ? await getStatementToReview(at) : null;
  if (there) return there;
  const [firstId] = await findIds(where, { limit: 1 });
  return firstId ? await getStatementToReview(firstId) : null;
}

/**
 * Where to go on in a queue: at `id` itself where it still waits, else at the next after it, else at
 * the first; null where none is left. `isPast`: not at itself.
 */
export async function getNextInReview(
  filter: ReviewFilter,
  id: string | undefined,
  { isPast }: { isPast: boolean },
): Promise<string | null> {
  const where = await toWhere(filter);
  const others = Prisma.sql`${where} AND s.id <> ${id ?? null}::uuid`;
  if (!id) return (await findIds(where, { limit: 1 }))[0] ?? null;
  if (!isPast) {
    const [itself] = await findIds(Prisma.sql`${where} AND s.id = ${id}::uuid`, { limit: 1 });
    if (itself) return itself;
  }
  const [next] = await findIds(where, { after: id, limit: 1 });
  return next ?? (await findIds(others, { limit: 1 }))[0] ?? null;
}

/** How many suggested statements wait for a person. */
export async function countStatementsToReview(): Promise<number> {
  return await database.statement.count({
    where: { status: "suggested", article: { deletedAt: null, mergedIntoId: null } },
  });
}

/** In words of SQL: `s` is the statement, `a` its article, which is neither in the bin nor merged away. */
async function toWhere(filter: ReviewFilter): Promise<Prisma.Sql> {
  const { status, speaker, lacks, article, outlet } = filter;
  const called = speaker ? await findActorsCalled(speaker) : [];
  const conditions = [
    Prisma.sql`a.deleted_at IS NULL AND a.merged_into_id IS NULL`,
    ...(status === "any" ? [] : [Prisma.sql`s.status = ${status}::suggestion_status`]),
    ...(speaker ? [Prisma.sql`s.speaker_id = ANY (${called.map(({ id }) => id)})`] : []),
    ...(lacks ? [Prisma.sql`s.speaker_id IS NULL AND NOT s.is_anonymous`] : []),
    ...(article ? [Prisma.sql`s.article_id = ${article}::uuid`] : []),
    ...(outlet ? [Prisma.sql`a.outlet_id = ${outlet}::uuid`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

type Stretch = { after?: string; before?: string; limit: number };

/** Ids in the order of the queue, the most doubtful first; before a statement, the nearest first. */
async function findIds(where: Prisma.Sql, { after, before, limit }: Stretch): Promise<string[]> {
  const beside = after ?? before;
  // Two scalars rather than one row: so the index on them is read from that place on.
  const place = Prisma.sql`((SELECT confidence FROM statements WHERE id = ${beside ?? null}::uuid), ${beside ?? null}::uuid)`;
  const from = !beside
    ? Prisma.empty
    : after
      ? Prisma.sql`AND (s.confidence, s.id) > ${place}`
      : Prisma.sql`AND (s.confidence, s.id) < ${place}`;
  const order = before ? Prisma.sql`s.confidence DESC, s.id DESC` : Prisma.sql`s.confidence, s.id`;
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s JOIN articles a ON a.id = s.article_id
    WHERE ${where} ${from} ORDER BY ${order} LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

async function countLeft(where: Prisma.Sql): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM statements s JOIN articles a ON a.id = s.article_id
      WHERE ${where} LIMIT ${MAX_COUNTED}
    ) counted`;
  return row?.count ?? 0;
}

async function listLines(ids: string[]): Promise<ReviewLine[]> {
  const rows = await database.statement.findMany({
    where: { id: { in: ids } },
    select: REVIEW_LINE_SELECT,
  });
  const lines = new Map(rows.map((row) => [row.id, toReviewLine(row)]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

/** One statement with all that is needed to decide about it; null where it is gone. */
export async function getStatementToReview(id: string): Promise<StatementToReview | null> {
  const row = await database.statement.findUnique({
    where: { id },
    select: {
      ...STATE_SELECT,
      ...{ id: true, words: true, parts: true, passage: true, passageAt: true },
      ...{ confidence: true, day: true },
      decidedBy: { select: { name: true } },
      speaker: {
        select: {
          ...{ id: true, name: true, kind: true, country: true },
          offices: { select: { title: true, heldFrom: true, heldTo: true } },
        },
      },
      topics: {
        select: {
          ...{ topicId: true, status: true, confidence: true },
          topic: { select: { label: true } },
        },
        orderBy: [{ confidence: "desc" }, { topicId: "asc" }],
      },
      article: { select: { ...REVIEW_ARTICLE_SELECT, body: true } },
    },
  });
  if (!row) return null;
  const { words, confidence, passage, passageAt, decidedAt, speaker } = row;
  const state = toState(row);
  return {
    ...{ id, state, words, confidence, decidedAt },
    seen: markOf(state),
    day: row.day && toCalendarDay(row.day),
    speaker: speaker && { ...speaker, offices: speaker.offices.map(toOffice) },
    topics: row.topics.map(({ topicId, topic, ...rest }) => {
      return { id: topicId, label: topic.label, status: rest.status, confidence: rest.confidence };
    }),
    article: toReviewArticle(row.article),
    passage: markPassage(passage, passageAt, statementPartsSchema.parse(row.parts)),
    ...aroundPassage(row.article.body, { start: passageAt, end: passageAt + passage.length }),
    decidedBy: row.decidedBy?.name ?? null,
  };
}

function toOffice(office: { title: string; heldFrom: Date | null; heldTo: Date | null }) {
  const { title, heldFrom, heldTo } = office;
  return {
    title,
    heldFrom: heldFrom && toCalendarDay(heldFrom),
    heldTo: heldTo && toCalendarDay(heldTo),
  };
}
