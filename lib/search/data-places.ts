/** Where terms stand in articles. */
import { queryCopied } from "#lib/db/bytes.ts";
import type { IndexView } from "#lib/search/data-index.ts";
import {
  arePlacesKept,
  listsOfTerm,
  readPlacedLists,
  type Lists,
  type WantedTerm,
} from "#lib/search/data-lists.ts";
import { PostingBuilder, TermFilter } from "#lib/search/index/posting-builder.ts";
import { toTermList, withPlaces, type PlacedList } from "#lib/search/index/term-list.ts";

/** The lists of a term in which its places stand. */
export type PlacesOf = (term: string, isPrefix: boolean) => readonly PlacedList[];

/** To read the terms of an article, wherever on a disk they are, takes as long as so many entries of lists. */
const ENTRIES = 8_000;
/** More are never read one by one. */
const MOST_ARTICLES = 2_000;

/**
 * Where terms stand in these articles at least: read from their lists, or where that is less, from the terms of
 * the articles themselves. `lists` are those of the same terms without places. Null where a segment was
 * joined to others meanwhile.
 */
export async function readPlaces(
  view: IndexView,
  wanted: readonly WantedTerm[],
  lists: Lists,
  docs: Int32Array,
): Promise<PlacesOf | null> {
  if (wanted.length === 0 || docs.length === 0) return () => [];
  const entries = wanted
    .flatMap((term) => listsOfTerm(view, term, lists))
    .reduce((sum, list) => sum + list.docs.length, 0);
  const isLess = docs.length <= MOST_ARTICLES && docs.length * ENTRIES < entries;
  if (isLess && !arePlacesKept(view, wanted)) return readPlacesOfArticles(docs, wanted);
  const placed = await readPlacedLists(view, wanted, lists);
  return placed && ((term, isPrefix) => allPlaced(view, { term, isPrefix }, placed));
}

/** In segments, and in articles that are in none yet. */
function allPlaced(view: IndexView, term: WantedTerm, placed: Lists<PlacedList>): PlacedList[] {
  return [...listsOfTerm(view, term, placed), ...placedOf(view.fresh.lists, term)];
}

/** The same, of these articles alone; nothing of those that are not public any more. */
export async function readPlacesOfArticles(
  docs: Int32Array,
  wanted: readonly WantedTerm[],
): Promise<PlacesOf> {
  const rows = await queryCopied(
    `SELECT doc, terms FROM article_search WHERE doc IN (${docs.join()}) ORDER BY doc`,
  );
  const builder = new PostingBuilder(new TermFilter(wanted));
  for (const [doc, vector] of rows) builder.add(doc!.readInt32BE(), vector!);
  return (term, isPrefix) => placedOf(builder, { term, isPrefix });
}

function placedOf(builder: PostingBuilder, { term, isPrefix }: WantedTerm): PlacedList[] {
  return builder
    .listsOf(term, isPrefix)
    .map(({ docs, places }) => withPlaces(toTermList(docs), places));
}
