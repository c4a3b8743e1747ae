/** The fields found in a feed by one way of reading it, in one shape for both that are compared. */

export type FoundEntry = {
  title: string | null;
  link: string | null;
  published: string | null;
  updated: string | null;
  authors: string[];
  summary: string | null;
  content: string | null;
};
export type FoundFeed = {
  encoding: string | null;
  feed: FoundEntry;
  entries: FoundEntry[];
};
export const NOTHING: FoundEntry = {
  title: null,
  link: null,
  published: null,
  updated: null,
  authors: [],
  summary: null,
  content: null,
};
