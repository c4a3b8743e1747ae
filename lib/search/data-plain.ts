import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import type { SearchHit } from "#lib/search/types.ts";

/** The first published articles that meet a search as a reader types it; `today` is `YYYY-MM-DD`. */
export async function searchByWords(words: string, today: string): Promise<SearchHit[]> {
  const { query } = parseSearch({ q: words }, today);
  return (await searchArticles(query)).items;
}
