/** The posting lists of the terms that a search looks for. */
import { viewIndex, type IndexView } from "#lib/search/data-index.ts";
import {
  keyOf,
  listsOfTerm,
  readLists,
  type Lists,
  type WantedTerm,
} from "#lib/search/data-lists.ts";
import { readPlaces, type PlacesOf } from "#lib/search/data-places.ts";
import type { Postings } from "#lib/search/index/postings.ts";

/** The index at one moment, and the lists of what was asked for in it. */
export type Reading = {
  view: IndexView;
  /** The lists that were read of segments, by which places are read. */
  lists: Lists;
  listsOf(term: string, isPrefix: boolean): readonly Postings[];
  /** Of terms that `placed` named, in articles that it named. */
  placesOf: PlacesOf;
};

/** Whose places are wanted in which articles; these are only listed where that decides how places are read. */
export type WantedPlaces = { terms: readonly WantedTerm[]; listDocs: () => Int32Array };

type PostingsAsked<T> = {
  terms: readonly WantedTerm[];
  /** Told by the lists alone. */
  placed?: (reading: Reading) => WantedPlaces;
  answer(reading: Reading): T;
  /** All that was stored before is in it (`performance.now`); without it, before the call. */
  since?: number;
  /** What of the index's version is the answer, if anything is. */
  known?: (version: number) => T | null;
};

/** Segments are joined now and then; so often in a row, while one search reads, they are not. */
const MAX_ATTEMPTS = 8;
const NO_PLACES: PlacesOf = (term) => {
  throw new RangeError(`The places of ${term} were not read.`);
};

/**
 * Reads the lists of these terms, as they stand in all that was stored before, and gives them to `answer` in
 * the same moment in which they are known to belong together: what is known of the articles goes on changing.
 */
export async function withPostings<T>({
  terms,
  placed,
  answer,
  since = performance.now(),
  known = () => null,
}: PostingsAsked<T>): Promise<T> {
  let from = since;
  for (let attempt = 1; ; attempt++) {
    const view = await viewIndex(from);
    const { version } = view;
    const kept = known(version);
    if (kept !== null) return kept;
    const lists = await readLists(view, terms);
    const reading = lists && (await withPlacesRead(toReading(view, terms, lists), placed));
    if (reading !== null && (view.isCurrent(version) || attempt >= MAX_ATTEMPTS))
      return answer(reading);
    // A segment was joined to others, or an article changed: the index has to be looked at once more.
    from = performance.now();
    if (attempt >= 2 * MAX_ATTEMPTS)
      throw new RangeError("The search's index does not come to rest.");
  }
}

async function withPlacesRead(
  reading: Reading,
  placed: PostingsAsked<unknown>["placed"],
): Promise<Reading | null> {
  if (!placed) return reading;
  const { terms, listDocs } = placed(reading);
  const placesOf = await readPlaces(reading.view, terms, reading.lists, listDocs);
  return placesOf && { ...reading, placesOf };
}

function toReading(view: IndexView, wanted: readonly WantedTerm[], lists: Lists): Reading {
  const byKey = new Map(
    wanted.map((each) => {
      const fresh = view.fresh.listsOf(each.term, each.isPrefix);
      return [keyOf(each), [...listsOfTerm(view, each, lists), ...fresh]];
    }),
  );
  const listsOf = (term: string, isPrefix: boolean) => byKey.get(keyOf({ term, isPrefix })) ?? [];
  return { view, lists, listsOf, placesOf: NO_PLACES };
}
