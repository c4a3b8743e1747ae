/** The posting lists of the terms that a search looks for. */
import pg from "pg";
import { queryCopied } from "#lib/db/bytes.ts";
import { viewIndex, type IndexView } from "#lib/search/data-index.ts";
import { toTermList, type TermList } from "#lib/search/index/term-list.ts";

/** A term, or with `isPrefix` all that begin so. */
export type WantedTerm = { term: string; isPrefix: boolean; withPlaces: boolean };

/** The index at one moment, and the lists of what was asked for in it. */
export type Reading = {
  view: IndexView;
  listsOf(term: string, isPrefix: boolean): readonly TermList[];
};

/** A list that is not in memory: of which segment. */
type Missing = { wanted: WantedTerm; segment: number };
/** By `nameOf`. What a search uses is held here, whatever the cache lets go meanwhile. */
type Lists = Map<string, TermList>;

/** Segments are joined now and then; so often in a row, while one search reads, they are not. */
const MAX_ATTEMPTS = 8;
/** After every term that begins with what stands before it. */
const LAST_CHARACTER = "\u{10FFFF}";
const NO_BYTES = new Uint8Array(0);

/**
 * Reads the lists of these terms, as they stand in all that was stored before the call, and gives them
 * to `answer` in the same moment in which they are known to belong together: what is known of the articles
 * goes on changing. What `known` has of the index's version is the answer, if it has anything.
 */
export async function withPostings<T>(
  wanted: readonly WantedTerm[],
  answer: (reading: Reading) => T,
  known: (version: number) => T | null = () => null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const view = await viewIndex();
    const { version } = view;
    const kept = known(version);
    if (kept !== null) return kept;
    const lists = await readLists(view, wanted);
    if (lists !== null && (view.isCurrent(version) || attempt >= MAX_ATTEMPTS))
      return answer(toReading(view, wanted, lists));
    if (attempt >= 2 * MAX_ATTEMPTS)
      throw new RangeError("The search's index does not come to rest.");
  }
}

/** Null where a segment was joined to others meanwhile. */
async function readLists(view: IndexView, wanted: readonly WantedTerm[]): Promise<Lists | null> {
  const lists: Lists = new Map();
  const missing: Missing[] = [];
  for (const each of wanted) {
    for (const segment of view.segments) {
      const list = view.cache.get(segment, keyOf(each), each.withPlaces);
      if (list === null) missing.push({ wanted: each, segment });
      else lists.set(nameOf(segment, each), list);
    }
  }
  if (missing.length === 0) return lists;
  const beginnings = new Set(
    missing.flatMap((each) => (each.wanted.isPrefix ? [each.wanted] : [])),
  );
  const read = await Promise.all([
    readTerms(missing.filter((each) => !each.wanted.isPrefix)),
    ...[...beginnings].map((beginning) =>
      readBeginning(missing.filter((each) => each.wanted === beginning)),
    ),
  ]);
  for (const part of read) {
    if (part === null) return null;
    for (const { wanted: each, segment, list } of part) {
      lists.set(nameOf(segment, each), list);
      view.cache.set(segment, keyOf(each), list);
    }
  }
  return lists;
}

const keyOf = ({ term, isPrefix }: Pick<WantedTerm, "term" | "isPrefix">) =>
  isPrefix ? `${term}*` : `${term}=`;
const nameOf = (segment: number, wanted: Pick<WantedTerm, "term" | "isPrefix">) =>
  `${segment} ${keyOf(wanted)}`;

const literals = (texts: readonly string[]) => texts.map(pg.escapeLiteral).join();

async function readTerms(missing: readonly Missing[]) {
  if (missing.length === 0) return [];
  const terms = missing.map(({ wanted }) => wanted);
  const placed = terms.flatMap(({ term, withPlaces }) => (withPlaces ? [term] : []));
  return readMissing(
    missing,
    `SELECT term, segment_id, docs,
        CASE WHEN term = ANY (ARRAY[${literals([...new Set(placed)])}]::text[]) THEN places END
      FROM search_postings WHERE term IN (${literals([...new Set(terms.map(({ term }) => term))])})`,
  );
}

async function readBeginning(missing: readonly Missing[]) {
  const { term, withPlaces } = missing[0]!.wanted;
  const [first, afterLast] = [term, term + LAST_CHARACTER].map(pg.escapeLiteral);
  return readMissing(
    missing,
    `SELECT ${first}, segment_id, string_agg(docs, '' ORDER BY term),
        ${withPlaces ? "string_agg(places, '' ORDER BY term)" : "NULL::bytea"}
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
    `SELECT ''::text, count(*)::int4, NULL::bytea, NULL::bytea
      FROM search_segments WHERE id IN (${segments.join()})
    UNION ALL (${query} AND segment_id IN (${segments.join()}) ${end})`,
  );
  const found = new Map<string, { docs: Buffer; places: Buffer | null }>();
  let there = 0;
  for (const [term, number, docs, places] of rows) {
    if (docs)
      found.set(`${number!.readInt32BE()} ${term!.toString()}`, { docs, places: places ?? null });
    else there = number!.readInt32BE();
  }
  if (there !== segments.length) return null;
  return missing.map(({ wanted, segment }) => {
    const row = found.get(`${segment} ${wanted.term}`);
    // Copied: lists are kept one by one.
    const places = row?.places ? new Uint8Array(row.places) : wanted.withPlaces ? NO_BYTES : null;
    return { wanted, segment, list: toTermList(row?.docs ?? NO_BYTES, places) };
  });
}

function toReading(view: IndexView, wanted: readonly WantedTerm[], lists: Lists): Reading {
  const byKey = new Map<string, TermList[]>();
  for (const each of wanted) {
    const stored = view.segments.map((segment) => lists.get(nameOf(segment, each)));
    const { lists: fresh } = view.fresh;
    const inMemory = each.isPrefix ? [...fresh.startingWith(each.term)] : [fresh.get(each.term)];
    byKey.set(keyOf(each), [
      ...stored.filter((list) => list !== undefined && list.docs.length > 0),
      ...inMemory
        .filter((bytes) => bytes !== null)
        .map(({ docs, places }) => toTermList(docs, places)),
    ] as TermList[]);
  }
  return { view, listsOf: (term, isPrefix) => byKey.get(keyOf({ term, isPrefix })) ?? [] };
}
