import type { MonthCount } from "#lib/articles/types.ts";
import type { ComparedPart } from "#lib/search/compare-query.ts";
import type { NameInQuery, SearchHit } from "#lib/search/types.ts";

/** One of two searches by itself. */
export type ComparedSearch = {
  total: number;
  /** False where nothing of its text can be searched for, such as `the`. */
  isSearchable: boolean;
  names: NameInQuery[];
};

/** What one search finds alone, or both find. */
export type PartFound = {
  total: number;
  /** The newest of them. */
  items: SearchHit[];
  /** Per month, months without any left out. */
  months: MonthCount[];
  /** The address of a search for all of them; null where no one search can say it. */
  path: string | null;
};

export type Comparison = {
  first: ComparedSearch;
  second: ComparedSearch;
  /** Null where one of the two asks for nothing. */
  parts: Record<ComparedPart, PartFound> | null;
};
