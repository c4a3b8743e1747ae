import { today } from "#lib/dates/today.ts";
import { findNewInArchive } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";

export type FollowedSearch = {
  /** What was typed. */
  text: string;
  /** The page of the search, without what it is sorted by. */
  path: string;
  /** Ids of articles, what the archive published last first. */
  ids: string[];
};

/** What is new in a search, as its address asks it. Days such as `last month` move on with today. */
export async function followSearch(
  parameters: URLSearchParams,
  limit: number,
): Promise<FollowedSearch> {
  const names = new Set(parameters.keys());
  const given = Object.fromEntries([...names].map((name) => [name, parameters.getAll(name)]));
  const { query } = parseSearch({ ...given, sort: undefined, page: undefined }, today());
  return {
    text: query.text,
    path: searchPath(query),
    ids: await findNewInArchive(query, limit),
  };
}
