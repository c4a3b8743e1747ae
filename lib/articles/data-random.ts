import { articlePath } from "#lib/articles/address.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";

/** PostgreSQL's page holds no more rows than this (`MaxHeapTuplesPerPage`). */
const MAX_ROWS_PER_PAGE = 291;
const PAGE_BYTES = 8_192;
/** One in some thirty to a hundred finds a row. */
const MAX_TRIES = 5_000;

type Found = { publishedOn: Date; slug: string };

/**
 * The address of a published article, each as likely as any other; null while there is none. A place
 * in the table is guessed until a row lies there, so it takes the same time in any archive and no
 * sorting; ids would not do, since they begin with the time.
 */
export async function getRandomArticlePath(): Promise<string | null> {
  const [row] = await database.$queryRaw<Found[]>`
    WITH guessed AS (
      SELECT format('(%s,%s)', floor(random() * pages), 1 + floor(random() * ${MAX_ROWS_PER_PAGE}::int))::tid
        AS place
      FROM (SELECT pg_relation_size('article_search') / ${PAGE_BYTES}::int AS pages) size
        CROSS JOIN generate_series(1, ${MAX_TRIES}::int)
      WHERE pages > 0
    ), found AS MATERIALIZED (
      SELECT article_id FROM guessed CROSS JOIN LATERAL (
        SELECT article_id FROM article_search WHERE ctid = place OFFSET 0
      ) row_there
      LIMIT 1
    )
    SELECT published_on AS "publishedOn", slug FROM found JOIN articles ON id = article_id`;
  const { publishedOn, slug } = row ?? (await findAny()) ?? {};
  return publishedOn && slug ? articlePath(toCalendarDay(publishedOn), slug) : null;
}

/** Where every guess went wrong, as after most of a large archive was withdrawn. */
async function findAny(): Promise<Found | undefined> {
  const [row] = await database.$queryRaw<Found[]>`
    SELECT articles.published_on AS "publishedOn", slug
    FROM article_search JOIN articles ON id = article_id LIMIT 1`;
  return row;
}
