/** What searches found, kept while nothing has changed, so that equal ones cost once. */
import { LRUCache } from "lru-cache";
import { readLabels } from "#lib/search/data-labels.ts";
import type { Asked } from "#lib/search/data-found.ts";
import type { SearchQuery, SearchResults } from "#lib/search/types.ts";

/** All of a page but its hits and what is meant by words. */
export type Facts = Omit<SearchResults, "items" | "names" | "didYouMean">;

type Kept = {
  version: number;
  labels: ReturnType<typeof readLabels>;
  today: string;
  facts: Facts;
  /** The ids of hits by order and page. */
  pages: Map<string, string[]>;
};

/** Some 30 kB each. */
const MAX_KEPT = 500;

// Next loads this module once per bundle; the process keeps one memory.
const holder = globalThis as typeof globalThis & { archiveFound?: LRUCache<string, Kept> };
const kept = (holder.archiveFound ??= new LRUCache<string, Kept>({ max: MAX_KEPT }));

const pageOf = ({ sort, page }: SearchQuery) => `${sort} ${page}`;

/** What is known of a search on this day; of the page, if it was asked for. */
export function recallSearch(
  query: SearchQuery,
  { key, version }: Asked,
  today: string,
): { facts: Facts; ids: string[] | null } | null {
  const found = key === null ? undefined : kept.get(key);
  if (!found || found.version !== version || found.today !== today) return null;
  const labels = readLabels();
  // Only asked whether they are the same; who uses them hears of what failed.
  labels.catch(() => undefined);
  // Under other names the facets are other ones.
  if (found.labels !== labels) return null;
  return { facts: found.facts, ids: found.pages.get(pageOf(query)) ?? null };
}

/** Keeps what a search found; `labels` are those that the facts were made with. */
export function rememberSearch(
  query: SearchQuery,
  { key, version }: Asked,
  { ids, ...rest }: Omit<Kept, "version" | "pages"> & { ids: string[] },
): void {
  if (key === null) return;
  const before = kept.get(key);
  const pages = before?.facts === rest.facts ? before.pages : new Map<string, string[]>();
  pages.set(pageOf(query), ids);
  kept.set(key, { ...rest, version, pages });
}
