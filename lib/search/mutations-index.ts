/** Making segments of the articles that are in none, and larger ones of small ones. */
import { database } from "#lib/db/client.ts";
import { inSnapshot, queryBytes } from "#lib/db/bytes.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { readInts } from "#lib/search/index/article-row.ts";
import { PostingBuilder } from "#lib/search/index/posting-builder.ts";
import { withOnly, type PostingBytes } from "#lib/search/index/postings.ts";
import { addWords, areWordsUnkeyed, keyWords } from "#lib/search/mutations-words.ts";

/** Fewer are searched from memory just as fast. */
const MIN_ARTICLES = 200;
/** As many as fit well into memory, at some 6 kB each. */
const MAX_ARTICLES = 20_000;
const VECTORS_AT_ONCE = 1_000;
const LISTS_AT_ONCE = 5_000;
/** So many segments of about one size are joined; each article is then written anew once a level. */
const JOINED_AT_ONCE = 8;
const TIMEOUT_MS = 3_600_000;
/** Any constant serves: one process at a time does this. */
const SEGMENTS_LOCK = 7_219_403;
const GONE_KEPT = "2 days";

/** True where there are enough articles for a segment, or words of segments that cannot be looked up yet. */
export async function isIndexingDue(): Promise<boolean> {
  return (await isSegmentDue()) || (await areWordsUnkeyed());
}

/** True where so many articles are in no segment that they fill one, and nobody is at it. */
async function isSegmentDue(): Promise<boolean> {
  const [row] = await database.$queryRaw<{ isDue: boolean }[]>`
    SELECT (SELECT count(*) FROM search_pending) >= ${MIN_ARTICLES} AND NOT EXISTS (
      SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${SEGMENTS_LOCK} AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS "isDue"`;
  return row?.isDue ?? false;
}

/**
 * Puts the articles that are in no segment into segments, and joins these; returns how many articles
 * it were. Does nothing where another process is at it. What is killed half-way has changed nothing.
 */
export async function indexPending(signal?: AbortSignal): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const added = await addSegment();
    done += added;
    if (added === 0) break;
    while (!signal?.aborted && (await joinSegments()));
  }
  while (!signal?.aborted && (await inTurn(keyWords)) > 0);
  await database.$executeRaw`DELETE FROM search_gone WHERE gone_at < now() - ${GONE_KEPT}::interval`;
  return done;
}

async function addSegment(): Promise<number> {
  if (!(await isSegmentDue())) return 0;
  return inTurn(async (tx) => {
    const { docs, builder } = await buildPostings();
    if (docs.length === 0) return 0;
    const segmentId = await insertSegment(tx, docs);
    await insertPostings(tx, segmentId, builder);
    await addWords(tx, builder);
    // Last: whoever withdraws one of them meanwhile waits from here on only.
    // It gives up before PostgreSQL would look for a deadlock, and end an editor's work for it.
    await tx.$executeRaw`SET LOCAL lock_timeout = '500ms'`;
    await tx.$executeRaw`DELETE FROM search_pending WHERE doc = ANY(${docs})`;
    return docs.length;
  });
}

function buildPostings() {
  return inSnapshot(async (query) => {
    const [row] = await query<{ docs: Buffer | null }>({
      text: `SELECT string_agg(int4send(doc), '' ORDER BY doc) AS docs
        FROM (SELECT doc FROM search_pending ORDER BY doc LIMIT $1) pending`,
      values: [MAX_ARTICLES],
    });
    const docs = readInts(row?.docs ?? null);
    const builder = new PostingBuilder();
    for (let from = 0; from < docs.length; from += VECTORS_AT_ONCE) {
      const vectors = await query<{ doc: number; vector: Buffer }>({
        text: `SELECT doc, tsvectorsend(terms) AS vector FROM article_search
          WHERE doc = ANY($1::int[]) ORDER BY doc`,
        values: [docs.slice(from, from + VECTORS_AT_ONCE)],
      });
      for (const { doc, vector } of vectors) builder.add(doc, vector);
    }
    return { docs, builder };
  });
}

type List = [term: string, articles: number, bytes: PostingBytes];

async function insertPostings(tx: Transaction, segmentId: number, builder: PostingBuilder) {
  let lists: List[] = [];
  for (const list of builder.entries()) {
    lists.push(list);
    if (lists.length === LISTS_AT_ONCE) {
      await insertLists(tx, segmentId, lists);
      lists = [];
    }
  }
  if (lists.length > 0) await insertLists(tx, segmentId, lists);
}

/** All bytes go as two values, cut apart by the database: arrays of bytes are written out as text. */
async function insertLists(tx: Transaction, segmentId: number, lists: List[]): Promise<void> {
  const docs = lists.map(([, , bytes]) => bytes.docs);
  const places = lists.map(([, , bytes]) => bytes.places);
  await tx.$executeRaw`
    INSERT INTO search_postings (term, segment_id, articles, docs, places)
    SELECT term, ${segmentId}::int, articles,
      substring(${Buffer.concat(docs)}::bytea FROM docs_start FOR docs_length),
      substring(${Buffer.concat(places)}::bytea FROM places_start FOR places_length)
    FROM unnest(
      ${lists.map(([term]) => term)}::text[], ${lists.map(([, articles]) => articles)}::int[],
      ${startsOf(docs)}::int[], ${docs.map(({ length }) => length)}::int[],
      ${startsOf(places)}::int[], ${places.map(({ length }) => length)}::int[]
    ) AS list (term, articles, docs_start, docs_length, places_start, places_length)`;
}

/** Where each begins when they stand one after the other, from 1. */
function startsOf(parts: readonly Uint8Array[]): number[] {
  let start = 1;
  return parts.map(({ length }) => (start += length) - length);
}

/**
 * Makes segments anew in which some number stands for no article any more, so that nothing of what is
 * gone can be read out of the index; returns how many.
 */
export async function cleanSegments(signal?: AbortSignal): Promise<number> {
  const segments = await database.$queryRaw<{ id: number }[]>`
    SELECT id FROM search_segments WHERE EXISTS (
      SELECT FROM unnest(docs) AS number WHERE NOT EXISTS (
        SELECT FROM article_search WHERE article_search.doc = number))`;
  let done = 0;
  for (const { id } of segments) if (!signal?.aborted) done += await cleanSegment(id);
  return done;
}

async function cleanSegment(id: number): Promise<number> {
  return inTurn(async (tx) => {
    const live = await tx.$queryRaw<{ doc: number }[]>`
      SELECT doc FROM search_segments, unnest(docs) AS doc JOIN article_search USING (doc)
      WHERE id = ${id}`;
    const docs = live.map(({ doc }) => doc);
    const kept = new Set(docs);
    const segmentId = await insertSegment(tx, docs);
    for (let after = ""; ;) {
      const rows = await queryBytes<{ term: string; docs: Buffer; places: Buffer }>({
        text: `SELECT term, docs, places FROM search_postings
          WHERE segment_id = $1 AND term > $2 ORDER BY term LIMIT $3`,
        values: [id, after, LISTS_AT_ONCE],
      });
      const lists = rows.map(({ term, ...bytes }): List => {
        const { articles, ...left } = withOnly(bytes, (doc) => kept.has(doc));
        return [term, articles, left];
      });
      await insertLists(
        tx,
        segmentId,
        lists.filter(([, articles]) => articles > 0),
      );
      if (rows.length < LISTS_AT_ONCE) break;
      after = rows.at(-1)?.term ?? "";
    }
    await tx.searchSegment.deleteMany({
      where: { id: docs.length > 0 ? id : { in: [id, segmentId] } },
    });
    return 1;
  });
}

/** Joins segments of about one size where there are enough; false: there are not. */
async function joinSegments(): Promise<boolean> {
  const joined = await inTurn(async (tx) => {
    const ids = segmentsToJoin(
      await tx.searchSegment.findMany({
        select: { id: true, articles: true },
        orderBy: { id: "asc" },
      }),
    );
    if (ids.length === 0) return 0;
    const joined = await tx.searchSegment.findMany({ where: { id: { in: ids } } });
    const segmentId = await insertSegment(
      tx,
      joined.flatMap(({ docs }) => docs),
    );
    // Both streams in the same order: places belong to documents by where they stand.
    await tx.$executeRaw`
      INSERT INTO search_postings (term, segment_id, articles, docs, places)
      SELECT term, ${segmentId}::int, sum(articles)::int,
        string_agg(docs, '' ORDER BY segment_id), string_agg(places, '' ORDER BY segment_id)
      FROM search_postings WHERE segment_id = ANY(${ids}) GROUP BY term`;
    await tx.searchSegment.deleteMany({ where: { id: { in: ids } } });
    return ids.length;
  });
  return joined > 0;
}

/** The ids of the segments of the smallest size of which there are enough. */
function segmentsToJoin(segments: readonly { id: number; articles: number }[]): number[] {
  const bySize = new Map<number, number[]>();
  for (const { id, articles } of segments) {
    const size = Math.floor(Math.log(Math.max(articles, MIN_ARTICLES)) / Math.log(JOINED_AT_ONCE));
    bySize.set(size, [...(bySize.get(size) ?? []), id]);
  }
  const sizes = [...bySize].sort(([one], [other]) => one - other);
  return sizes.find(([, ids]) => ids.length >= JOINED_AT_ONCE)?.[1].slice(0, JOINED_AT_ONCE) ?? [];
}

async function insertSegment(tx: Transaction, docs: number[]): Promise<number> {
  const data = { articles: docs.length, docs };
  const { id } = await tx.searchSegment.create({ data, select: { id: true } });
  return id;
}

/** How much was done, in a transaction of its own; 0 where another process is at it. */
async function inTurn(work: (tx: Transaction) => Promise<number>): Promise<number> {
  return database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      const [row] = await tx.$queryRaw<{ isMine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${SEGMENTS_LOCK}) AS "isMine"`;
      return row?.isMine ? work(tx) : 0;
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}
