import { textOf } from "#lib/http/reader-parameters.ts";
import { chosenPairs } from "#lib/search/chosen-facets.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import type { SearchQuery } from "#lib/search/types.ts";

type GivenSearch = Pick<ParsedSearch, "query" | "given">;

/**
 * The address of a search, with what is not said left out. Every change begins at the first page
 * again unless it names a page.
 */
export function searchPath(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const { text, from, to, chosen, sort, page } = { ...query, page: 1, ...change };
  const isDefaultSort = sort === (text ? "relevance" : "newest");
  const pairs: [string, string | null][] = [
    ["q", text],
    ["from", from],
    ["to", to],
    ...chosenPairs(chosen),
    ["sort", isDefaultSort ? null : sort],
    ["page", page > 1 ? String(page) : null],
  ];
  const given = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/search?${new URLSearchParams(given)}` : "/search";
}

/** An article's address with what was typed as a search, whose words are then marked in it. */
export function markedPath(articlePath: string, q: string | string[] | undefined): string {
  const text = textOf(q);
  return text === "" ? articlePath : `${articlePath}?${new URLSearchParams({ q: text })}`;
}

/** The ways to have what a search finds elsewhere: as feeds, and as files. */
export type SearchFileName = `feed.${"xml" | "json"}` | `export.${"csv" | "jsonl" | "bib" | "ris"}`;

/** The address of one of them. Days stand in it as they were typed, so that `last month` moves on. */
export function searchFilePath(search: GivenSearch, name: SearchFileName): string {
  return givenPath(search).replace("/search", `/search/${name}`);
}

/** The address of a search as it was typed, in the order that goes without saying. */
export function givenPath({ query, given: { from, to } }: GivenSearch): string {
  return searchPath(query, { from, to, sort: query.text ? "relevance" : "newest" });
}
