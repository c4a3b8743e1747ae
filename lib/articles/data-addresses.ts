import { articlePath } from "#lib/articles/address.ts";
import { PUBLISHED } from "#lib/articles/data.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";

export type ArticleAddress = { path: string; changedAt: string };

/** One page (from 1) of the addresses of all published articles, oldest first; `changedAt` ISO 8601. */
export async function listArticleAddresses(
  page: number,
  pageSize: number,
): Promise<ArticleAddress[]> {
  const rows = await database.article.findMany({
    where: PUBLISHED,
    select: { publishedOn: true, slug: true, updatedAt: true },
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return rows.map(({ publishedOn, slug, updatedAt }) => ({
    path: articlePath(toCalendarDay(publishedOn as Date), slug as string),
    changedAt: updatedAt.toISOString(),
  }));
}
