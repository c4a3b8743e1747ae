/** How many of what a search finds there are on each day. */
import { database } from "#lib/db/client.ts";
import { findAllIds } from "#lib/search/data.ts";
import { daysToCount, toDayBars, type Bar, type DayCount } from "#lib/search/histogram.ts";
import type { SearchQuery, SearchResults } from "#lib/search/types.ts";

/** Each is looked up by its id: some 2 µs. With more, the months say enough. */
const MAX_COUNTED = 20_000;
const UUID_BYTES = 16;

/** A bar for each day of a search that spans two months at most; null where it spans more. */
export async function listDayBars(
  query: SearchQuery,
  { months, total }: Pick<SearchResults, "months" | "total">,
): Promise<Bar[] | null> {
  const days = daysToCount(query, months);
  if (!days || total > MAX_COUNTED) return null;
  const ids = await findAllIds({ ...query, ...days });
  const counts = await database.$queryRaw<DayCount[]>`
    SELECT to_char(published_on, 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM generate_series(1, ${ids.length}::int, ${UUID_BYTES}::int) place
    JOIN article_search
      ON article_id = encode(substr(${ids}::bytea, place, ${UUID_BYTES}::int), 'hex')::uuid
    GROUP BY published_on ORDER BY published_on`;
  return toDayBars(counts, days);
}
