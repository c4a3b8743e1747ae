import { articlePath } from "#lib/articles/address.ts";
import type {
  ArticleCounts,
  ArticleLine,
  ArticleList,
  ArticleNeighbours,
  MonthCount,
  ReleasedArticleLine,
} from "#lib/articles/types.ts";
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** What the public may see of articles, and nothing else. */
export const PUBLISHED = {
  status: "published",
  deletedAt: null,
} satisfies Prisma.ArticleWhereInput;

export const NEWEST_FIRST = [
  { publishedOn: "desc" },
  { id: "desc" },
] satisfies Prisma.ArticleOrderByWithRelationInput[];

export const ARTICLE_LINE_SELECT = {
  id: true,
  slug: true,
  headline: true,
  headlineProposed: true,
  summary: true,
  publishedOn: true,
  verification: true,
  outlet: { select: { slug: true, name: true } },
} satisfies Prisma.ArticleSelect;

type ArticleLineRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_LINE_SELECT }>;

/** Which articles a list holds: those that meet every condition given. */
export type ArticleFilter = { topicId?: string; actorId?: string; outletSlug?: string };
export type PageOf = { page: number; pageSize: number };

/**
 * A published row as a line. A check constraint gives everything public a headline, a day and a
 * slug, so the types' nulls cannot occur here.
 */
export function toArticleLine(row: ArticleLineRow): ArticleLine {
  const { slug, ...rest } = row;
  const publishedOn = toCalendarDay(row.publishedOn as Date);
  return {
    ...rest,
    path: articlePath(publishedOn, slug as string),
    headline: row.headline as string,
    publishedOn,
  };
}

/** The newest `limit` published articles by publication day. */
export async function listLatestArticles(limit: number): Promise<ArticleLine[]> {
  const rows = await database.article.findMany({
    where: PUBLISHED,
    select: ARTICLE_LINE_SELECT,
    orderBy: NEWEST_FIRST,
    take: limit,
  });
  return rows.map(toArticleLine);
}

/**
 * Those that the archive published last, whatever day they are of, with the moment of their last
 * change: of all that meet a filter, or of those with these ids.
 */
export async function listNewInArchive(
  filter: ArticleFilter | { ids: string[] },
  limit: number,
): Promise<ReleasedArticleLine[]> {
  const rows = await database.article.findMany({
    where: "ids" in filter ? { ...PUBLISHED, id: { in: filter.ids } } : toWhere(filter),
    select: { ...ARTICLE_LINE_SELECT, updatedAt: true },
    orderBy: [{ releasedAt: "desc" }, ...NEWEST_FIRST],
    take: limit,
  });
  return rows.map(({ updatedAt, ...row }) => ({
    ...toArticleLine(row),
    updatedAt: updatedAt.toISOString(),
  }));
}

/** One page (from 1) of the published articles that meet `filter`, newest first, and how many there are. */
export async function listArticles(
  filter: ArticleFilter,
  { page, pageSize }: PageOf,
): Promise<ArticleList> {
  const where = toWhere(filter);
  const [rows, total] = await Promise.all([
    database.article.findMany({
      where,
      select: ARTICLE_LINE_SELECT,
      orderBy: NEWEST_FIRST,
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    database.article.count({ where }),
  ]);
  return { items: rows.map(toArticleLine), total };
}

function toWhere({ topicId, actorId, outletSlug }: ArticleFilter): Prisma.ArticleWhereInput {
  return {
    ...PUBLISHED,
    ...(topicId && { topics: { some: { topicId, status: { not: "rejected" } } } }),
    ...(actorId && { mentions: { some: { actorId, status: { not: "rejected" } } } }),
    ...(outletSlug && { outlet: { slug: outletSlug } }),
  };
}

/** The published ones among these ids (UUIDs), in the order of the ids. */
export async function listArticlesByIds(ids: readonly string[]): Promise<ArticleLine[]> {
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: [...ids] } },
    select: ARTICLE_LINE_SELECT,
  });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    return row ? [toArticleLine(row)] : [];
  });
}

/** How many articles are published, and the first and last of their days. */
export async function getArticleCounts(): Promise<ArticleCounts> {
  const { _count, _min, _max } = await database.articleSearch.aggregate({
    _count: true,
    _min: { publishedOn: true },
    _max: { publishedOn: true },
  });
  return {
    articles: _count,
    firstDay: _min.publishedOn && toCalendarDay(_min.publishedOn),
    lastDay: _max.publishedOn && toCalendarDay(_max.publishedOn),
  };
}

/** Published articles per month for the articles that meet `filter`, months without any left out. */
export async function listMonthCounts({
  topicId,
  actorId,
  outletSlug,
}: ArticleFilter): Promise<MonthCount[]> {
  const conditions = [
    topicId &&
      Prisma.sql`article_id IN (SELECT article_id FROM article_topics WHERE topic_id = ${topicId} AND status <> 'rejected')`,
    actorId &&
      Prisma.sql`article_id IN (SELECT article_id FROM mentions WHERE actor_id = ${actorId} AND status <> 'rejected')`,
    outletSlug && Prisma.sql`outlet_id = (SELECT id FROM outlets WHERE slug = ${outletSlug})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return await database.$queryRaw<MonthCount[]>`
    SELECT to_char(published_on, 'YYYY-MM') AS month, count(*)::int AS count
    FROM article_search
    WHERE ${Prisma.join([Prisma.sql`true`, ...conditions], " AND ")}
    GROUP BY 1 ORDER BY 1`;
}

/** The articles just before and just after a published one, by day and then in a fixed order. */
export async function getArticleNeighbours(article: {
  id: string;
  publishedOn: string;
}): Promise<ArticleNeighbours> {
  const [previous, next] = await Promise.all([
    findBeside(article, "lt", "desc"),
    findBeside(article, "gt", "asc"),
  ]);
  return { previous, next };
}

async function findBeside(
  { id, publishedOn }: { id: string; publishedOn: string },
  side: "lt" | "gt",
  order: "asc" | "desc",
): Promise<ArticleLine | null> {
  const day = toDateColumn(publishedOn);
  const beside = {
    orderBy: [{ publishedOn: order }, { id: order }],
    select: ARTICLE_LINE_SELECT,
  } satisfies Prisma.ArticleFindFirstArgs;
  // Two index look-ups rather than one OR, which PostgreSQL answers with a scan.
  const row =
    (await database.article.findFirst({
      ...beside,
      where: { ...PUBLISHED, publishedOn: day, id: { [side]: id } },
    })) ??
    (await database.article.findFirst({
      ...beside,
      where: { ...PUBLISHED, publishedOn: { [side]: day } },
    }));
  return row && toArticleLine(row);
}
