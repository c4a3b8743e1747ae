/** Where terms stand in articles. */
import { queryCopied } from "#lib/db/bytes.ts";
import type { IndexView } from "#lib/search/data-index.ts";
import {
  arePlacesKept,
  keyOf,
  listsOfTerm,
  readPlacedLists,
  type Lists,
  type WantedTerm,
} from "#lib/search/data-lists.ts";
import { PostingBuilder, TermFilter } from "#lib/search/index/posting-builder.ts";
import { decodeDocs, withPlaces, type PlacedList } from "#lib/search/index/postings.ts";

/** The lists of a term in which its places stand. */
export type PlacesOf = (term: string, isPrefix: boolean) => readonly PlacedList[];

/** To read the terms of an article, wherever on a disk they are, takes as long as so many entries of lists. */
const ENTRIES = 8_000;
/** More are never read one by one. */
const MOST_ARTICLES = 2_000;

/**
 * Where terms stand in these articles at least: read from their lists, or where that is less, from the terms of
 * the articles themselves. `lists` are those of the same terms without places. Null where a segment was
 * joined to others or an article was changed meanwhile.
 */
export async function readPlaces(
  view: IndexView,
  wanted: readonly WantedTerm[],
  lists: Lists,
  listDocs: () => Int32Array,
): Promise<PlacesOf | null> {
  const missing = wanted.filter((term) => !arePlacesKept(view, [term]));
  const docs = missing.length === 0 ? null : listDocs();
  if (docs && isLessThanLists(view, missing, lists, docs)) {
    const { placesOf, articles } = await readPlacesOfArticles(docs, wanted);
    // Of one that was changed meanwhile the words stand under another number.
    return articles < docs.filter((doc) => view.columns.isPublic(doc)).length ? null : placesOf;
  }
  const placed = await readPlacedLists(view, wanted, lists);
  if (placed === null) return null;
  // In segments, and in articles that are in none yet.
  return byTerm(wanted, (term) => [
    ...listsOfTerm(view, term, placed),
    ...placedOf(view.fresh.lists, term),
  ]);
}

/** Whether to look at these articles is less than to read the lists that are missing. */
function isLessThanLists(
  view: IndexView,
  missing: readonly WantedTerm[],
  lists: Lists,
  docs: Int32Array,
): boolean {
  if (docs.length > MOST_ARTICLES) return false;
  const entries = missing
    .flatMap((term) => listsOfTerm(view, term, lists))
    .reduce((sum, list) => sum + list.docs.length, 0);
  return docs.length * ENTRIES < entries;
}

/** The same of these articles alone, and how many of them there still are under their numbers. */
export async function readPlacesOfArticles(
  docs: Int32Array,
  wanted: readonly WantedTerm[],
): Promise<{ placesOf: PlacesOf; articles: number }> {
  if (docs.length === 0) return { placesOf: () => [], articles: 0 };
  const rows = await queryCopied(
    `SELECT doc, terms FROM article_search WHERE doc IN (${docs.join()}) ORDER BY doc`,
  );
  const builder = new PostingBuilder(new TermFilter(wanted));
  for (const [doc, vector] of rows) builder.add(doc!.readInt32BE(), vector!);
  return {
    placesOf: byTerm(wanted, (term) => placedOf(builder, term)),
    articles: rows.length,
  };
}

function placedOf(builder: PostingBuilder, { term, isPrefix }: WantedTerm): PlacedList[] {
  return builder
    .listsOf(term, isPrefix)
    .map(({ docs, places }) => withPlaces(decodeDocs(docs), places));
}

/** Made once each: they are asked for again and again. */
function byTerm(
  wanted: readonly WantedTerm[],
  listsOf: (term: WantedTerm) => PlacedList[],
): PlacesOf {
  const lists = new Map(wanted.map((term) => [keyOf(term), listsOf(term)]));
  return (term, isPrefix) => lists.get(keyOf({ term, isPrefix })) ?? [];
}
