/** The posting lists of the terms that a search looks for. */
import { queryBytes } from "#lib/db/bytes.ts";
import { viewIndex, type IndexView } from "#lib/search/data-index.ts";
import { toTermList, type TermList } from "#lib/search/index/term-list.ts";

/** A term, or with `isPrefix` all that begin so. */
export type WantedTerm = { term: string; isPrefix: boolean; withPlaces: boolean };

/** The index at one moment, and the lists of what was asked for in it. */
export type Reading = {
  view: IndexView;
  listsOf(term: string, isPrefix: boolean): readonly TermList[];
};

type PostingRow = { term: string; segment: number; docs: Buffer; places: Buffer | null };
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
 * goes on changing.
 */
export async function withPostings<T>(
  wanted: readonly WantedTerm[],
  answer: (reading: Reading) => T,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const view = await viewIndex();
    const { version } = view;
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
  // Segments never come back: those that are still there were there all the time.
  if (!(await areAllThere(view.segments))) return null;
  for (const { wanted: each, segment, list } of read.flat()) {
    lists.set(nameOf(segment, each), list);
    view.cache.set(segment, keyOf(each), list);
  }
  return lists;
}

const keyOf = ({ term, isPrefix }: Pick<WantedTerm, "term" | "isPrefix">) =>
  isPrefix ? `${term}*` : `${term}=`;
const nameOf = (segment: number, wanted: Pick<WantedTerm, "term" | "isPrefix">) =>
  `${segment} ${keyOf(wanted)}`;

async function readTerms(missing: readonly Missing[]) {
  if (missing.length === 0) return [];
  const terms = missing.map(({ wanted }) => wanted);
  const rows = await queryBytes<PostingRow>({
    name: "search_postings",
    text: `SELECT term, segment_id AS segment, docs,
        CASE WHEN term = ANY($3::text[]) THEN places END AS places
      FROM search_postings WHERE term = ANY($1::text[]) AND segment_id = ANY($2::int[])`,
    values: [
      [...new Set(terms.map(({ term }) => term))],
      [...new Set(missing.map(({ segment }) => segment))],
      [...new Set(terms.flatMap(({ term, withPlaces }) => (withPlaces ? [term] : [])))],
    ],
  });
  return decodeAll(missing, rows);
}

async function readBeginning(missing: readonly Missing[]) {
  const { term, withPlaces } = missing[0]!.wanted;
  const rows = await queryBytes<PostingRow>({
    name: "search_beginning",
    text: `SELECT $1::text AS term, segment_id AS segment, string_agg(docs, '' ORDER BY term) AS docs,
        CASE WHEN $4::text = 'places' THEN string_agg(places, '' ORDER BY term) END AS places
      FROM search_postings
      WHERE term >= $1 COLLATE "C" AND term < $2 COLLATE "C" AND segment_id = ANY($3::int[])
      GROUP BY segment_id`,
    values: [
      ...[term, term + LAST_CHARACTER, missing.map(({ segment }) => segment)],
      withPlaces ? "places" : "",
    ],
  });
  return decodeAll(missing, rows);
}

function decodeAll(missing: readonly Missing[], rows: readonly PostingRow[]) {
  const found = new Map(rows.map((row) => [`${row.segment} ${row.term}`, row]));
  return missing.map(({ wanted, segment }) => {
    const row = found.get(`${segment} ${wanted.term}`);
    const places = row ? row.places : wanted.withPlaces ? NO_BYTES : null;
    return { wanted, segment, list: toTermList(row?.docs ?? NO_BYTES, places) };
  });
}

async function areAllThere(segments: readonly number[]): Promise<boolean> {
  const [row] = await queryBytes<{ there: number }>({
    name: "search_segments_there",
    text: "SELECT count(*)::int4 AS there FROM search_segments WHERE id = ANY($1::int[])",
    values: [[...segments]],
  });
  return row?.there === segments.length;
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
