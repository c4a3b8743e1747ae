import {
  decodeDocs,
  startsOfPlaces,
  type PlacedPostings,
  type Postings,
} from "#lib/search/index/postings.ts";

/** The decoded list of a term in a segment; without places where only the documents were read. */
export type TermList = Postings & (PlacedPostings | { places: null; starts: null });

export function toTermList(docs: Uint8Array, places: Uint8Array | null): TermList {
  const postings = decodeDocs(docs);
  if (places === null) return { ...postings, places, starts: null };
  return { ...postings, places, starts: startsOfPlaces(places, postings.docs.length) };
}

export function isPlaced(list: TermList): list is Postings & PlacedPostings {
  return list.places !== null;
}
