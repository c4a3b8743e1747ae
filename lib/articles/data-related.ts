import { listArticlesByIds } from "#lib/articles/data.ts";
import type { ArticleLine } from "#lib/articles/types.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";

/** Only so many articles on either side in time are looked at for shared topics. */
const NEARBY_ARTICLES = 200;
const EVENT_WEIGHT = 3;
/** At this distance in time, a shared topic or event counts half. */
const HALF_WEIGHT_DAYS = 60;

/**
 * Published articles on the same events or topics as a published one, those that share most and
 * stand nearest in time first. Costs the same however large the archive is.
 */
export async function listRelatedArticles(
  article: { id: string; publishedOn: string },
  limit: number,
): Promise<ArticleLine[]> {
  const day = toDateColumn(article.publishedOn);
  const rows = await database.$queryRaw<{ id: string }[]>`
    WITH nearby AS (
      (SELECT article_id FROM article_search WHERE published_on <= ${day}::date
        ORDER BY published_on DESC, article_id LIMIT ${NEARBY_ARTICLES})
      UNION ALL
      (SELECT article_id FROM article_search WHERE published_on > ${day}::date
        ORDER BY published_on, article_id LIMIT ${NEARBY_ARTICLES})
    ), shared AS (
      SELECT article_id, 1 AS weight FROM nearby JOIN article_topics USING (article_id)
      WHERE status <> 'rejected' AND topic_id IN (
        SELECT topic_id FROM article_topics
        WHERE article_id = ${article.id}::uuid AND status <> 'rejected'
      )
      UNION ALL
      SELECT other.article_id, ${EVENT_WEIGHT}::int
      FROM event_articles own JOIN event_articles other USING (event_id)
      WHERE own.article_id = ${article.id}::uuid
    )
    SELECT article_id AS id FROM shared JOIN article_search USING (article_id)
    WHERE article_id <> ${article.id}::uuid
    GROUP BY article_id, published_on
    ORDER BY sum(weight) / (1 + abs(published_on - ${day}::date) / ${HALF_WEIGHT_DAYS}::float8) DESC,
      article_id
    LIMIT ${limit}`;
  return await listArticlesByIds(rows.map(({ id }) => id));
}
