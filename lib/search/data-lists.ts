/** Posting lists as they are stored, read a column at a time and kept. */
import pg from "pg";
import { queryCopied } from "#lib/db/bytes.ts";
import type { IndexView } from "#lib/search/data-index.ts";
import {
  decodeDocs,
  withPlaces,
  type PlacedList,
  type Postings,
} from "#lib/search/index/postings.ts";

/** A term, or with `isPrefix` all that begin so. */
export type WantedTerm = { term: string; isPrefix: boolean };

/** By `nameOf`. What a search uses is held here, whatever the cache lets go meanwhile. */
export type Lists<List extends Listed = Postings> = ReadonlyMap<string, List>;
type Listed = Postings | PlacedList;

/** A list that is not in memory: of which segment. */
type Missing = { wanted: WantedTerm; segment: number };
type Column = "docs" | "places";

/** After every term that begins with what stands before it. */
const LAST_CHARACTER = "\u{10FFFF}";
/** Most words are in few segments: one list stands for all that hold nothing. */
const NO_POSTINGS: Postings = decodeDocs(new Uint8Array(0));
const NO_PLACES: PlacedList = withPlaces(NO_POSTINGS, new Uint8Array(0));

/** The lists of these terms in all segments; null where a segment was joined to others meanwhile. */
export async function readLists(
  view: IndexView,
  wanted: readonly WantedTerm[],
): Promise<Lists | null> {
  return readColumn(view, wanted, "docs", (bytes) => (bytes ? decodeDocs(bytes) : NO_POSTINGS));
}

/** The same with places, of lists that were read. */
export async function readPlacedLists(
  view: IndexView,
  wanted: readonly WantedTerm[],
  lists: Lists,
): Promise<Lists<PlacedList> | null> {
  return readColumn(view, wanted, "places", (bytes, name) =>
    bytes ? withPlaces(lists.get(name)!, alone(bytes)) : NO_PLACES,
  );
}

/** Copied where they share their memory with more than they are: they are kept. */
function alone(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = bytes;
  return length * 2 > buffer.byteLength
    ? new Uint8Array(buffer, byteOffset, length)
    : Uint8Array.from(bytes);
}

/** True where `readPlacedLists` has nothing to read. */
export function arePlacesKept({ cache, segments }: IndexView, wanted: readonly WantedTerm[]) {
  return wanted.every((each) =>
    segments.every((segment) => cache.has(segment, `places ${keyOf(each)}`)),
  );
}

/** Those of a term, the segments one after the other; none of these is empty. */
export function listsOfTerm<List extends Listed>(
  { segments }: IndexView,
  term: WantedTerm,
  lists: Lists<List>,
): List[] {
  return segments
    .map((segment) => lists.get(nameOf(segment, term)))
    .filter((list) => list !== undefined && list.docs.length > 0) as List[];
}

export const keyOf = ({ term, isPrefix }: WantedTerm) => (isPrefix ? `${term}*` : `${term}=`);
const nameOf = (segment: number, wanted: WantedTerm) => `${segment} ${keyOf(wanted)}`;

async function readColumn<List extends Listed>(
  { cache, segments }: IndexView,
  wanted: readonly WantedTerm[],
  column: Column,
  toList: (bytes: Buffer | null, name: string) => List,
): Promise<Lists<List> | null> {
  const lists = new Map<string, List>();
  const missing: Missing[] = [];
  for (const each of wanted) {
    for (const segment of segments) {
      const list = cache.get(segment, `${column} ${keyOf(each)}`) as List | null;
      if (list === null) missing.push({ wanted: each, segment });
      else lists.set(nameOf(segment, each), list);
    }
  }
  if (missing.length === 0) return lists;
  const beginnings = new Set(missing.map((each) => each.wanted).filter(({ isPrefix }) => isPrefix));
  const read = await Promise.all([
    readTermColumn(
      missing.filter((each) => !each.wanted.isPrefix),
      column,
    ),
    ...[...beginnings].map((beginning) =>
      readBeginningColumn(
        missing.filter((each) => each.wanted === beginning),
        column,
      ),
    ),
  ]);
  for (const part of read) {
    if (part === null) return null;
    for (const { wanted: each, segment, bytes } of part) {
      const name = nameOf(segment, each);
      const list = toList(bytes, name);
      lists.set(name, list);
      cache.set(segment, `${column} ${keyOf(each)}`, list);
    }
  }
  return lists;
}

const literals = (texts: readonly string[]) => texts.map(pg.escapeLiteral).join();

async function readTermColumn(missing: readonly Missing[], column: Column) {
  if (missing.length === 0) return [];
  const terms = new Set(missing.map(({ wanted }) => wanted.term));
  return readMissing(
    missing,
    `SELECT term, segment_id, ${column} FROM search_postings WHERE term IN (${literals([...terms])})`,
  );
}

async function readBeginningColumn(missing: readonly Missing[], column: Column) {
  const { term } = missing[0]!.wanted;
  const [first, afterLast] = [term, term + LAST_CHARACTER].map(pg.escapeLiteral);
  return readMissing(
    missing,
    `SELECT ${first}, segment_id, string_agg(${column}, '' ORDER BY term)
      FROM search_postings WHERE term >= ${first} COLLATE "C" AND term < ${afterLast} COLLATE "C"`,
    "GROUP BY segment_id",
  );
}

/**
 * Reads lists by the beginning and the end of a query, between which the segments are told; null where one
 * of these is not there any more. They never come back, and the same query looks at both.
 */
async function readMissing(missing: readonly Missing[], query: string, end = "") {
  const segments = [...new Set(missing.map(({ segment }) => segment))];
  const rows = await queryCopied(
    `SELECT ''::text, count(*)::int4, NULL::bytea
      FROM search_segments WHERE id IN (${segments.join()})
    UNION ALL (${query} AND segment_id IN (${segments.join()}) ${end})`,
  );
  const found = new Map<string, Buffer>();
  let there = 0;
  for (const [term, number, bytes] of rows) {
    if (bytes) found.set(`${number!.readInt32BE()} ${term!.toString()}`, bytes);
    else there = number!.readInt32BE();
  }
  if (there !== segments.length) return null;
  return missing.map(({ wanted, segment }) => ({
    ...{ wanted, segment },
    bytes: found.get(`${segment} ${wanted.term}`) ?? null,
  }));
}
