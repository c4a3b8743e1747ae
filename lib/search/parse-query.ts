import { readRange } from "#lib/dates/reader-range.ts";
import { pageOf, textOf, type ReaderParameters } from "#lib/http/reader-parameters.ts";
import { readChosen } from "#lib/search/chosen-facets.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";
import type { Ignored, QueryNode } from "#lib/search/query-tree.ts";
import { isRankedSort } from "#lib/search/ranking.ts";
import { wantedWords } from "#lib/search/text-query.ts";
import type { SearchQuery, SearchSort } from "#lib/search/types.ts";

export const PAGE_SIZE = 10;
/** Nobody reads further; whoever needs more narrows by date, or uses the feeds and the API. */
export const MAX_PAGES = 100;
export const MAX_TEXT_LENGTH = 300;
const SORTS: readonly SearchSort[] = ["relevance", "recent", "newest", "oldest"];

/** The parameters of a search address, as Next gives them. */
export type SearchParameters = ReaderParameters;

export type ParsedSearch = {
  query: SearchQuery;
  /** The dates as typed, to be shown again in the form. */
  given: { from: string; to: string };
  /** What could not be understood and was left out, in a sentence for each field. */
  problems: { from?: string; to?: string };
  /** What of the words could not be used. */
  ignored: Ignored[];
};

/**
 * What a reader asks for. Never throws: what cannot be understood is left out, and dates that cannot
 * be read are named in `problems`. `today` is what `last month` counts from.
 */
export function parseSearch(parameters: SearchParameters, today: string): ParsedSearch {
  const text = textOf(parameters.q).slice(0, MAX_TEXT_LENGTH).toWellFormed();
  const given = { from: textOf(parameters.from), to: textOf(parameters.to) };
  const { from, to, problems } = readRange(given, today);
  const { tree, ignored } = parseQuery(text, today);
  const query: SearchQuery = {
    ...{ text, tree, from, to },
    chosen: readChosen(parameters),
    sort: sortOf(textOf(parameters.sort), text),
    page: pageOf(parameters.page, MAX_PAGES),
  };
  return { query, given, problems, ignored };
}

/** The words with `or` between them, for a search that found nothing; null for one word. */
export function looserText(tree: QueryNode | null): string | null {
  const words = wantedWords(tree).filter((word) => word !== "or");
  return words.length > 1 ? words.join(" or ") : null;
}

/** The order that was asked for; without words, none is better than another. */
export function sortOf(value: string, text: string): SearchSort {
  const sort = SORTS.find((known) => known === value) ?? "relevance";
  return isRankedSort(sort) && text === "" ? "newest" : sort;
}
