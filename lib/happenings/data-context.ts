/** What new articles are grouped among: those around their days, and what these belong to. */
import { addDays, toCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { GroupedArticle } from "#lib/happenings/group-articles.ts";
import type { PendingArticle } from "#lib/happenings/data-pending.ts";

/** Coverage of one happening so many days apart is still looked for. */
const DAYS_AROUND = 14;
/** In days of more, those nearest to the new ones; there are enough of each happening then. */
const MAX_AROUND = 4_000;

/** What an article belongs to: `suggestion:…`, `event:…`; null where it is in no group. */
export type ContextArticle = GroupedArticle & { key: string | null; isPending: boolean };

type Row = {
  id: string;
  day: Date;
  terms: string;
  termCounts: string;
  suggestionId: string | null;
  eventId: string | null;
};

/**
 * The new articles, and those around their days that were looked at before, in order of publication;
 * what has no fingerprint is left out. Of an article in several groups, the first counts.
 */
export async function readContext(
  tx: Transaction,
  pending: readonly PendingArticle[],
): Promise<ContextArticle[]> {
  const ids = pending.map(({ articleId }) => articleId);
  const days = pending.map(({ publishedOn }) => publishedOn).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  // Once they are in a suggestion, what an editor did with it stays: merged ones live on in the other.
  const rows = await tx.$queryRaw<Row[]>`
    WITH around AS (
      SELECT article_id, published_on FROM article_search
      WHERE article_id = ANY (${ids}::uuid[])
      UNION
      (SELECT article_id, published_on FROM article_search
        JOIN grouped_articles USING (article_id)
        WHERE published_on BETWEEN ${addDays(first, -DAYS_AROUND)}::date
          AND ${addDays(last, DAYS_AROUND)}::date
        ORDER BY abs(published_on - ${first}::date) LIMIT ${MAX_AROUND})
    )
    SELECT around.article_id AS id, around.published_on AS day,
      array_to_string(terms, ',') AS terms, array_to_string(term_counts, ',') AS "termCounts",
      (SELECT min(suggestion_id::text) FROM event_suggestion_articles AS held
        JOIN event_suggestions ON id = suggestion_id
        WHERE held.article_id = around.article_id AND state IN ('open', 'rejected')
      ) AS "suggestionId",
      (SELECT min(event_id) FROM event_articles AS linked
        WHERE linked.article_id = around.article_id) AS "eventId"
    FROM around JOIN article_fingerprints USING (article_id)
    ORDER BY around.published_on, around.article_id`;
  const isPending = new Set(ids);
  return rows.map((row) => ({
    ...{ id: row.id, day: toCalendarDay(row.day), isPending: isPending.has(row.id) },
    counts: toCounts(row.terms, row.termCounts),
    key: keyOf(row),
  }));
}

function keyOf({ suggestionId, eventId }: Row): string | null {
  if (suggestionId !== null) return `suggestion:${suggestionId}`;
  return eventId === null ? null : `event:${eventId}`;
}

function toCounts(terms: string, termCounts: string): Map<number, number> {
  if (terms === "") return new Map();
  const counts = termCounts.split(",");
  return new Map(terms.split(",").map((hash, i) => [Number(hash), Number(counts[i])]));
}
