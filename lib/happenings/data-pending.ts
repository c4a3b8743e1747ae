/** Which public articles were not looked at for happenings yet, or have changed since. */
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** So many are looked at in one transaction, and of at most so many days. */
const CHUNK_ARTICLES = 200;
const CHUNK_DAYS = 28;

export type PendingArticle = { articleId: string; doc: number; publishedOn: string };
/** The last article gone through in a run, in order of publication. */
export type Cursor = Pick<PendingArticle, "articleId" | "publishedOn">;

/** What has no fingerprint yet has to wait for one: it cannot be compared. */
const IS_PENDING = Prisma.sql`(NOT EXISTS (
  SELECT 1 FROM grouped_articles AS seen
  WHERE seen.article_id = article_search.article_id AND seen.doc = article_search.doc
) AND EXISTS (
  SELECT 1 FROM article_fingerprints AS prints WHERE prints.article_id = article_search.article_id))`;

/** The next of them after `cursor`: at most 200, published within four weeks. */
export async function listPending(
  tx: Transaction,
  cursor: Cursor | null,
): Promise<PendingArticle[]> {
  const after = cursor
    ? Prisma.sql`AND published_on >= ${cursor.publishedOn}::date AND (published_on > ${cursor.publishedOn}::date
        OR (published_on = ${cursor.publishedOn}::date AND article_id < ${cursor.articleId}::uuid))`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ articleId: string; doc: number; publishedOn: Date }[]>`
    SELECT article_id AS "articleId", doc, published_on AS "publishedOn" FROM article_search
    WHERE ${IS_PENDING} ${after}
    ORDER BY published_on, article_id DESC LIMIT ${CHUNK_ARTICLES}`;
  const until = (rows[0]?.publishedOn.getTime() ?? 0) + CHUNK_DAYS * 86_400_000;
  return rows
    .filter(({ publishedOn }) => publishedOn.getTime() <= until)
    .map((row) => ({ ...row, publishedOn: toCalendarDay(row.publishedOn) }));
}

/** How many there are, of how many public articles. */
export async function countPending(): Promise<{ pending: number; total: number }> {
  const [row] = await database.$queryRaw<{ pending: number; total: number }[]>`
    SELECT count(*) FILTER (WHERE ${IS_PENDING})::int AS pending, count(*)::int AS total
    FROM article_search`;
  return row ?? { pending: 0, total: 0 };
}

/** The highest number that a public article has: what is new has a higher one. */
export async function newestDoc(): Promise<number> {
  const { _max } = await database.articleSearch.aggregate({ _max: { doc: true } });
  return _max.doc ?? 0;
}

/** True where an article has come or changed since the last run went through all. */
export async function isGroupingDue(): Promise<boolean> {
  const progress = await database.groupingProgress.findUnique({ where: { id: 1 } });
  return (await newestDoc()) > (progress?.doc ?? 0);
}
