import type { Coverage } from "#lib/search/types-coverage.ts";
import type { ArticleLine, MonthCount } from "#lib/articles/types.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";

/** `recent`: relevance, in which newer counts for more. */
export type SearchSort = "relevance" | "recent" | "newest" | "oldest";

/** By what a search is narrowed. An actor of any kind may be chosen among the people. */
export type FacetName = "topics" | "people" | "countries" | "outlets" | "years";

/**
 * What is chosen of a facet: an article has all of `ids`, or any of them where `isAny` says so, and
 * none of `notIds`. Ids as they stand in addresses: of an outlet its slug, of a year four figures.
 */
export type FacetChoice = { ids: string[]; isAny: boolean; notIds: string[] };

export type ChosenFacets = Record<FacetName, FacetChoice>;

/** A search as understood. Days are `YYYY-MM-DD`, both ends included; pages count from 1. */
export type SearchQuery = {
  /** As the reader typed it: lib/search/parse-tree.ts. */
  text: string;
  /** What the text asks for; null: nothing. */
  tree: QueryNode | null;
  from: string | null;
  to: string | null;
  chosen: ChosenFacets;
  sort: SearchSort;
  page: number;
};

/** A stretch of text; `isMatch` where it is a word that was searched for. */
export type TextPart = { text: string; isMatch: boolean };

export type SearchHit = ArticleLine & { headlineParts: TextPart[]; extract: TextPart[] };

/**
 * How many articles there are of a value: of the hits, or, where any of a facet's values may be met,
 * of all that meets everything else that is asked, which is what choosing the value adds.
 */
export type FacetCount = { id: string; label: string; count: number };

/** A value that was chosen, or excluded; `noun` says what it is: "topic", "organisation". */
export type ChosenValue = FacetCount & {
  facet: FacetName;
  noun: string;
  isExcluded: boolean;
  /** False: the archive has nothing by this id, which is then its label. */
  isKnown: boolean;
};

/** `person:trump`, and what of the archive goes by it; nothing where the archive does not know it. */
export type NameInQuery = { text: string; meant: string[] };

/** A search that finds more, as parts of which the words that are other ones are marked. */
export type MeantQuery = { text: string; parts: TextPart[] };

export type SearchResults = {
  items: SearchHit[];
  /** All hits, also those past the last page that can be asked for. */
  total: number;
  pageCount: number;
  /** Hits per month, months without any left out. */
  months: MonthCount[];
  topics: FacetCount[];
  people: FacetCount[];
  countries: FacetCount[];
  outlets: FacetCount[];
  /** Every year that has any, the latest first. */
  years: FacetCount[];
  coverage: Coverage;
  /** All that was chosen and excluded, facet by facet. */
  chosen: ChosenValue[];
  /** False where nothing of the text can be searched for, such as `the`. */
  isSearchable: boolean;
  /** What the names in the query were taken to mean. */
  names: NameInQuery[];
  /** What may have been meant, where little was found for want of a word that the archive has. */
  didYouMean: MeantQuery | null;
};

/** A search as somebody follows it. Days stand in it as they were typed, so that `last month` moves on. */
export type FollowedSearch = {
  /** The one way to write it down: the parameters of its page, without order and page. */
  parameters: string;
  path: string;
  text: string;
  from: string;
  to: string;
  chosen: ChosenFacets;
};

/** A look at the archive: when it was, and what the database showed (`pg_snapshot`). */
export type Look = { until: Date; snapshot: string };

/** How far somebody has looked; without a snapshot, all that was released up to then. */
export type ReleaseMark = { until: Date; snapshot: string | null };

/** An article, and when the archive published it, or published it again. */
export type Released = { id: string; releasedAt: Date };

/** An article that a search found, with the sentence that matched. */
export type Match = ArticleLine & { headlineParts: TextPart[]; sentence: TextPart[] };
