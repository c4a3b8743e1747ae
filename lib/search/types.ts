import type { ArticleLine, MonthCount } from "#lib/articles/types.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";

export type SearchSort = "relevance" | "newest" | "oldest";

/** A search as understood. Days are `YYYY-MM-DD`, both ends included; pages count from 1. */
export type SearchQuery = {
  /** As the reader typed it: lib/search/parse-tree.ts. */
  text: string;
  /** What the text asks for; null: nothing. */
  tree: QueryNode | null;
  from: string | null;
  to: string | null;
  /** An article must have all of these topics and mention all of these actors. */
  topicIds: string[];
  actorIds: string[];
  /** An article comes from one of these outlets. */
  outletSlugs: string[];
  sort: SearchSort;
  page: number;
};

/** A stretch of text; `isMatch` where it is a word that was searched for. */
export type TextPart = { text: string; isMatch: boolean };

export type SearchHit = ArticleLine & { headlineParts: TextPart[]; extract: TextPart[] };

/** How many of the hits have a topic, mention an actor or come from an outlet. */
export type FacetCount = { id: string; label: string; count: number };

/** `person:trump`, and what of the archive goes by it; nothing where the archive does not know it. */
export type NameInQuery = { text: string; meant: string[] };

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
  /** False where nothing of the text can be searched for, such as `the`. */
  isSearchable: boolean;
  /** What the names in the query were taken to mean. */
  names: NameInQuery[];
};

/** A search as somebody follows it. Days stand in it as they were typed, so that `last month` moves on. */
export type FollowedSearch = {
  /** The one way to write it down: the parameters of its page, without order and page. */
  parameters: string;
  path: string;
  text: string;
  from: string;
  to: string;
  topicIds: string[];
  actorIds: string[];
  outletSlugs: string[];
};

/** A look at the archive: when it was, and what the database showed (`pg_snapshot`). */
export type Look = { until: Date; snapshot: string };

/** How far somebody has looked; without a snapshot, all that was released up to then. */
export type ReleaseMark = { until: Date; snapshot: string | null };

/** An article, and when the archive published it, or published it again. */
export type Released = { id: string; releasedAt: Date };

/** An article that a search found, with the sentence that matched. */
export type Match = ArticleLine & { headlineParts: TextPart[]; sentence: TextPart[] };
