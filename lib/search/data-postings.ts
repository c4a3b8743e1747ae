/** The posting lists of the terms that a search looks for. */
import { queryBytes } from "#lib/db/bytes.ts";
import { viewIndex, type IndexView } from "#lib/search/data-index.ts";
import { decodeDocs, type PostingBytes } from "#lib/search/index/postings.ts";
import type { TermList } from "#lib/search/index/term-cache.ts";

/** A term, or with `isPrefix` all that begin so. */
export type WantedTerm = { term: string; isPrefix: boolean; withPlaces: boolean };

/** The index at one moment, and the lists of what was asked for in it. */
export type Reading = {
  view: IndexView;
  listsOf(term: string, isPrefix: boolean): readonly TermList[];
};

type PostingRow = { term: string; segment: number; docs: Buffer; places: Buffer | null };

/** Segments are joined now and then; so often in a row, while one search reads, they are not. */
const MAX_ATTEMPTS = 5;
/** After every term that begins with what stands before it. */
const LAST_CHARACTER = "\u{10FFFF}";

/** Reads the lists of these terms, as they stand in all that was stored before the call. */
export async function readPostings(wanted: readonly WantedTerm[]): Promise<Reading> {
  for (let attempt = 1; ; attempt++) {
    const view = await viewIndex();
    const missing = wanted.filter((each) => missingIn(view, each).length > 0);
    await Promise.all([
      readTerms(
        view,
        missing.filter(({ isPrefix }) => !isPrefix),
      ),
      ...missing.filter(({ isPrefix }) => isPrefix).map((each) => readBeginning(view, each)),
    ]);
    // Segments never come back: those that are still there were there all the time.
    if (missing.length === 0 || (await areAllThere(view.segments))) return toReading(view, wanted);
    if (attempt === MAX_ATTEMPTS) throw new RangeError("The search's index does not come to rest.");
  }
}

const keyOf = (term: string, isPrefix: boolean) => (isPrefix ? `${term}*` : `${term}=`);

function missingIn({ segments, cache }: IndexView, wanted: WantedTerm): number[] {
  const key = keyOf(wanted.term, wanted.isPrefix);
  return segments.filter((segment) => cache.get(segment, key, wanted.withPlaces) === null);
}

async function readTerms(view: IndexView, wanted: readonly WantedTerm[]): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await queryBytes<PostingRow>({
    name: "search_postings",
    text: `SELECT term, segment_id AS segment, docs,
        CASE WHEN term = ANY($3::text[]) THEN places END AS places
      FROM search_postings WHERE term = ANY($1::text[]) AND segment_id = ANY($2::int[])`,
    values: [
      wanted.map(({ term }) => term),
      [...new Set(wanted.flatMap((each) => missingIn(view, each)))],
      wanted.filter(({ withPlaces }) => withPlaces).map(({ term }) => term),
    ],
  });
  keep(view, wanted, rows);
}

async function readBeginning(view: IndexView, wanted: WantedTerm): Promise<void> {
  const rows = await queryBytes<PostingRow>({
    name: "search_beginning",
    text: `SELECT $1::text AS term, segment_id AS segment, string_agg(docs, '' ORDER BY term) AS docs,
        CASE WHEN $4::text = 'places' THEN string_agg(places, '' ORDER BY term) END AS places
      FROM search_postings
      WHERE term >= $1 COLLATE "C" AND term < $2 COLLATE "C" AND segment_id = ANY($3::int[])
      GROUP BY segment_id`,
    values: [
      wanted.term,
      wanted.term + LAST_CHARACTER,
      missingIn(view, wanted),
      wanted.withPlaces ? "places" : "",
    ],
  });
  keep(view, [wanted], rows);
}

function keep(view: IndexView, wanted: readonly WantedTerm[], rows: readonly PostingRow[]): void {
  const found = new Map(rows.map((row) => [`${row.segment} ${row.term}`, row]));
  for (const each of wanted) {
    const key = keyOf(each.term, each.isPrefix);
    for (const segment of missingIn(view, each)) {
      const row = found.get(`${segment} ${each.term}`);
      const places = row ? row.places : each.withPlaces ? NO_BYTES : null;
      view.cache.set(segment, key, { ...decodeDocs(row?.docs ?? NO_BYTES), places });
    }
  }
}

const NO_BYTES = new Uint8Array(0);

async function areAllThere(segments: readonly number[]): Promise<boolean> {
  const [row] = await queryBytes<{ there: number }>({
    name: "search_segments_there",
    text: "SELECT count(*)::int4 AS there FROM search_segments WHERE id = ANY($1::int[])",
    values: [[...segments]],
  });
  return row?.there === segments.length;
}

function toReading(view: IndexView, wanted: readonly WantedTerm[]): Reading {
  const lists = new Map<string, TermList[]>();
  for (const { term, isPrefix, withPlaces } of wanted) {
    const key = keyOf(term, isPrefix);
    const stored = view.segments.map((segment) => view.cache.get(segment, key, withPlaces));
    const fresh = isPrefix
      ? [...view.fresh.lists.startingWith(term)]
      : [view.fresh.lists.get(term)];
    lists.set(key, [
      ...stored.filter((list) => list !== null && list.docs.length > 0),
      ...fresh.filter((bytes) => bytes !== null).map(toList),
    ] as TermList[]);
  }
  return { view, listsOf: (term, isPrefix) => lists.get(keyOf(term, isPrefix)) ?? [] };
}

function toList({ docs, places }: PostingBytes): TermList {
  return { ...decodeDocs(docs), places };
}
