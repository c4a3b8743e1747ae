/** Articles with what is understood of them, for going through all of them. */
import type { PlacedMention } from "#lib/articles/carry-mentions.ts";
import type { WeighedTopic } from "#lib/articles/plan-understanding.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

export { hasChanges, planUnderstanding } from "#lib/articles/plan-understanding.ts";

export type UnderstoodArticle = {
  id: string;
  headline: string | null;
  body: string;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  topics: WeighedTopic[];
  mentions: PlacedMention[];
};

const SELECT = {
  id: true,
  headline: true,
  body: true,
  publishedOn: true,
  topics: { select: { topicId: true, status: true, confidence: true } },
  mentions: {
    select: { actorId: true, startsAt: true, endsAt: true, status: true },
    orderBy: { startsAt: "asc" },
  },
} satisfies Prisma.ArticleSelect;

type Row = Prisma.ArticleGetPayload<{ select: typeof SELECT }>;

/** So many are read at a time, or fewer where they are large. */
const READ_TOGETHER = { count: 50, bytes: 4 * 1024 * 1024 } as const;

/** The next articles of any status after the one with the id `afterId`, in the order of ids. */
export async function listUnderstoodAfter(afterId: string | null): Promise<UnderstoodArticle[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, sum(octet_length(body)) OVER (ORDER BY id) - octet_length(body) AS bytes_before
      FROM articles WHERE ${afterId}::uuid IS NULL OR id > ${afterId}::uuid
      ORDER BY id LIMIT ${READ_TOGETHER.count}
    ) next WHERE bytes_before < ${READ_TOGETHER.bytes} ORDER BY id`;
  return await listUnderstood(rows.map(({ id }) => id));
}

/** The ids of the newest articles that are in use; drafts are among them. */
export async function listNewestIds(limit: number): Promise<string[]> {
  const rows = await database.article.findMany({
    where: { deletedAt: null, mergedIntoId: null },
    select: { id: true },
    orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** The articles with these ids, in the order of ids. */
export async function listUnderstood(
  ids: readonly string[],
  tx: Transaction = database,
): Promise<UnderstoodArticle[]> {
  const rows = await tx.article.findMany({
    where: { id: { in: [...ids] } },
    select: SELECT,
    orderBy: { id: "asc" },
  });
  return rows.map(toUnderstood);
}

/** How many articles there are to go through. */
export function countArticles(): Promise<number> {
  return database.article.count();
}

/** The articles with these ids as they stand, held against other writers until the transaction ends. */
export async function holdUnderstood(
  tx: Transaction,
  ids: readonly string[],
): Promise<UnderstoodArticle[]> {
  await tx.$queryRaw`
    SELECT id FROM articles WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return await listUnderstood(ids, tx);
}

function toUnderstood({ topics, publishedOn, ...row }: Row): UnderstoodArticle {
  return {
    ...row,
    publishedOn: publishedOn && toCalendarDay(publishedOn),
    topics: topics.map(({ topicId, status, confidence }) => ({ id: topicId, status, confidence })),
  };
}
