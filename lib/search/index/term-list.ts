import {
  decodeDocs,
  startsOfPlaces,
  type PlacedPostings,
  type Postings,
} from "#lib/search/index/postings.ts";

/** The decoded list of a term in a segment: which documents hold it, and how often. */
export type TermList = Postings;
/** The same with where it stands in them. */
export type PlacedList = Postings & PlacedPostings;

export function toTermList(docs: Uint8Array): TermList {
  return decodeDocs(docs);
}

/** The places stay as they are stored, and are kept. */
export function withPlaces(list: TermList, places: Uint8Array): PlacedList {
  return { ...list, places, starts: startsOfPlaces(places, list.docs.length) };
}
