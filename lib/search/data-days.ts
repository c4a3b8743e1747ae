/** How many of what a search finds there are on each day. */
import { findArticles } from "#lib/search/data-found.ts";
import { daysToCount, toDayBars, type Bar } from "#lib/search/histogram.ts";
import { countDays } from "#lib/search/index/count-hits.ts";
import type { SearchQuery, SearchResults } from "#lib/search/types.ts";

/** A bar for each day of a search that spans two months at most; null where it spans more. */
export async function listDayBars(
  query: SearchQuery,
  { months }: Pick<SearchResults, "months">,
): Promise<Bar[] | null> {
  const days = daysToCount(query, months);
  if (!days) return null;
  const counts = await findArticles(
    { ...query, ...days },
    { isRanked: false },
    ({ hits, reading }) => countDays(hits, reading.view.columns),
  );
  return toDayBars(counts, days);
}
