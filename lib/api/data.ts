import { z } from "zod";
import type { ArticleLineAnswer } from "#lib/api/answer-schemas.ts";
import { fromCursor, toCursor } from "#lib/api/cursor.ts";
import { ARTICLE_LINE_SELECT, toArticleLine } from "#lib/articles/data.ts";
import { isCalendarDay, toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { decodeOriginal } from "#lib/ingest/pipeline.ts";

export type ListedArticles = {
  status: "draft" | "published" | "withdrawn";
  from?: string | null;
  to?: string | null;
  topic?: string;
  person?: string;
  outlet?: string;
};

/** The last article of a page: the next one begins after it. Drafts may have no day. */
const positionSchema = z.object({
  day: z.string().refine(isCalendarDay).nullable(),
  id: z.uuid(),
});
type Position = z.infer<typeof positionSchema>;

const NOT_REJECTED = { status: { not: "rejected" } } as const;

/**
 * The articles of one status that meet a filter, newest first (drafts: latest received first),
 * `limit` at a time. A page begins where the one before it ended, whatever was added meanwhile,
 * and costs the same however far on it is.
 */
export async function listArticlesAfter(
  filter: ListedArticles,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: ArticleLineAnswer[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : fromCursor(positionSchema, cursor);
  const isByDay = filter.status !== "draft";
  const rows = await database.article.findMany({
    where: { AND: [toWhere(filter), after ? toAfter(after) : {}] },
    select: { ...ARTICLE_LINE_SELECT, status: true },
    orderBy: isByDay ? [{ publishedOn: "desc" }, { id: "desc" }] : { id: "desc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(toLine);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  const position = last && { day: isByDay ? last.publishedOn : null, id: last.id };
  return { items, nextCursor: hasMore ? toCursor(position) : null };
}

function toWhere(filter: ListedArticles): Prisma.ArticleWhereInput {
  const { status, from, to, topic, person, outlet } = filter;
  return {
    status,
    deletedAt: null,
    mergedIntoId: null,
    ...((from || to) && {
      publishedOn: {
        ...(from && { gte: toDateColumn(from) }),
        ...(to && { lte: toDateColumn(to) }),
      },
    }),
    ...(topic && { topics: { some: { topicId: topic, ...NOT_REJECTED } } }),
    ...(person && { mentions: { some: { actorId: person, ...NOT_REJECTED } } }),
    ...(outlet && { outlet: { slug: outlet } }),
  };
}

function toAfter({ day, id }: Position): Prisma.ArticleWhereInput {
  if (day === null) return { id: { lt: id } };
  const publishedOn = toDateColumn(day);
  // The first condition says nothing new; it lets the index begin at the right day.
  return {
    publishedOn: { lte: publishedOn },
    OR: [{ publishedOn: { lt: publishedOn } }, { id: { lt: id } }],
  };
}

type LineRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_LINE_SELECT }> & {
  status: ArticleLineAnswer["status"];
};

function toLine(row: LineRow): ArticleLineAnswer {
  if (row.status !== "draft") return { ...toArticleLine(row), status: row.status };
  const publishedOn = row.publishedOn && toCalendarDay(row.publishedOn);
  return { ...row, publishedOn, path: null };
}

/** The text of an original as it was when it was read; null where there is none. */
export async function getOriginalText(id: string): Promise<string | null> {
  const original = await database.original.findUnique({
    where: { id },
    select: { bytes: true, encoding: true, extractedText: true },
  });
  return original && (original.extractedText ?? decodeOriginal(original.bytes, original.encoding));
}

/** How long the database takes to answer, in milliseconds. Throws where it does not. */
export async function measureDatabase(): Promise<number> {
  const startedAt = performance.now();
  await database.$queryRaw`SELECT 1`;
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
