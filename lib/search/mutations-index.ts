/** Making segments of the articles that are in none, and larger ones of small ones. */
import { database } from "#lib/db/client.ts";
import { inSnapshot } from "#lib/db/bytes.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { readInts } from "#lib/search/index/article-row.ts";
import { PostingBuilder } from "#lib/search/index/posting-builder.ts";
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

/** How many articles are in no segment. */
export function countPending(): Promise<number> {
  return database.searchPending.count();
}

/** True where there are enough for a segment, or words of segments that cannot be looked up yet. */
export async function isIndexingDue(): Promise<boolean> {
  return (await isSegmentDue()) || (await areWordsUnkeyed());
}

async function isSegmentDue(): Promise<boolean> {
  return (await countPending()) >= MIN_ARTICLES;
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
    const segmentId = await insertSegment(tx, docs.length);
    await insertPostings(tx, segmentId, builder);
    await addWords(tx, builder);
    // Last: whoever withdraws one of them meanwhile waits from here on only.
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

async function insertPostings(tx: Transaction, segmentId: number, builder: PostingBuilder) {
  let rows: [string, number, Uint8Array, Uint8Array][] = [];
  const flush = async () => {
    await tx.$executeRaw`
      INSERT INTO search_postings (term, segment_id, articles, docs, places)
      SELECT term, ${segmentId}::int, articles, docs, places FROM unnest(
        ${rows.map(([term]) => term)}::text[], ${rows.map(([, articles]) => articles)}::int[],
        ${rows.map(([, , docs]) => docs)}::bytea[], ${rows.map(([, , , places]) => places)}::bytea[]
      ) AS list (term, articles, docs, places)`;
    rows = [];
  };
  for (const [term, articles, { docs, places }] of builder.entries()) {
    rows.push([term, articles, docs, places]);
    if (rows.length === LISTS_AT_ONCE) await flush();
  }
  if (rows.length > 0) await flush();
}

/** Joins segments of about one size where there are enough; false: there are not. */
async function joinSegments(): Promise<boolean> {
  const joined = await inTurn(async (tx) => {
    const ids = segmentsToJoin(await tx.searchSegment.findMany({ orderBy: { id: "asc" } }));
    if (ids.length === 0) return 0;
    const sum = await tx.searchSegment.aggregate({
      where: { id: { in: ids } },
      _sum: { articles: true },
    });
    const segmentId = await insertSegment(tx, sum._sum.articles ?? 0);
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
export function segmentsToJoin(segments: readonly { id: number; articles: number }[]): number[] {
  const bySize = new Map<number, number[]>();
  for (const { id, articles } of segments) {
    const size = Math.floor(Math.log(Math.max(articles, MIN_ARTICLES)) / Math.log(JOINED_AT_ONCE));
    bySize.set(size, [...(bySize.get(size) ?? []), id]);
  }
  const sizes = [...bySize].sort(([one], [other]) => one - other);
  return sizes.find(([, ids]) => ids.length >= JOINED_AT_ONCE)?.[1].slice(0, JOINED_AT_ONCE) ?? [];
}

async function insertSegment(tx: Transaction, articles: number): Promise<number> {
  const { id } = await tx.searchSegment.create({ data: { articles }, select: { id: true } });
  return id;
}

/** How much was done, in a transaction of its own; 0 where another process is at it. */
async function inTurn(work: (tx: Transaction) => Promise<number>): Promise<number> {
  return database.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ isMine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${SEGMENTS_LOCK}) AS "isMine"`;
      return row?.isMine ? work(tx) : 0;
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}
