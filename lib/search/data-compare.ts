import {
  combineSearches,
  partPath,
  type ComparedPart,
  type ParsedComparison,
} from "#lib/search/compare-query.ts";
import { searchArticles } from "#lib/search/data.ts";
import type { ComparedSearch, Comparison, PartFound } from "#lib/search/types-compare.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";

const NOTHING: PartFound = { total: 0, items: [], months: [], path: null };

/**
 * What two searches find: each by itself, alone and in common. As exact as a search, and takes as long
 * as five of them. `today` is what `last month` counts from.
 */
export async function compareSearches(
  searches: ParsedComparison,
  today: string,
): Promise<Comparison> {
  const [first, second] = await Promise.all([
    findAlone(searches.first),
    findAlone(searches.second),
  ]);
  if (!first.isSearchable || !second.isSearchable) return { first, second, parts: null };
  const find = (part: ComparedPart, isPossible: boolean) =>
    isPossible ? findPart(part, searches, today) : NOTHING;
  const [onlyFirst, both, onlySecond] = await Promise.all([
    find("onlyFirst", first.total > 0),
    find("both", first.total > 0 && second.total > 0),
    find("onlySecond", second.total > 0),
  ]);
  return { first, second, parts: { onlyFirst, both, onlySecond } };
}

async function findAlone({ query }: ParsedSearch): Promise<ComparedSearch> {
  // Without a tree, an empty text would ask for every article.
  if (query.tree === null) return { total: 0, isSearchable: false, names: [] };
  const { total, isSearchable, names } = await searchArticles(query);
  return { total, isSearchable, names };
}

async function findPart(
  part: ComparedPart,
  searches: ParsedComparison,
  today: string,
): Promise<PartFound> {
  const combined = combineSearches(part, searches, today);
  if (!combined) return NOTHING;
  const { total, items, months } = await searchArticles(combined.query);
  const path = combined.text === null ? null : partPath(searches.first, combined.text);
  return { total, items, months, path };
}
