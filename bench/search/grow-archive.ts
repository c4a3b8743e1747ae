import pg from "pg";
import { requireDatabaseUrl } from "#lib/env.ts";
import { indexPending } from "#lib/search/mutations-index.ts";
import { fillArchive } from "../archive/fill-archive.ts";

/** So many are read from the file; all others are copies of these under other days. */
const ORIGINALS = 15_000;
/** Each round of copies is so many days later than the one before. */
const DAYS_LATER = 3;
/** Two connections: the machine has two cores, and the database does the work. */
const AT_ONCE = 2;
const COPIED_AT_ONCE = 2_500;

export type Growth = {
  articles: number;
  /** So many of them are copies under other days. */
  copies: number;
  /** Articles a second, from their text to being found. */
  perSecond: number;
};

/**
 * Lets an archive grow to so many articles: first those of the file, then copies of them under later
 * days. All go through the real tables with their triggers, and into the index.
 */
export async function growArchive(articles: number, dataFile: string): Promise<Growth> {
  const pool = new pg.Pool({ connectionString: requireDatabaseUrl(), max: AT_ONCE });
  try {
    const before = await countArticles(pool);
    const begun = performance.now();
    if (before < Math.min(articles, ORIGINALS)) {
      await fillArchive(Math.min(articles, ORIGINALS), dataFile);
      await pool.query(NAME_ACTORS);
    }
    const filled = await countArticles(pool);
    await copyArticles(pool, Math.max(0, articles - filled));
    await indexPending();
    const after = await countArticles(pool);
    const perSecond = (after - before) / ((performance.now() - begun) / 1_000);
    await pool.query("VACUUM ANALYZE");
    return { articles: after, copies: Math.max(0, after - ORIGINALS), perSecond };
  } finally {
    await pool.end();
  }
}

async function countArticles(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM articles",
  );
  return rows[0]?.count ?? 0;
}

async function copyArticles(pool: pg.Pool, wanted: number): Promise<void> {
  const rounds = await pool.query<{ round: number }>(`
    SELECT coalesce(max(substring(slug FROM '-copy-(\\d+)$')::int), 0) AS round FROM articles
    WHERE slug LIKE '%-copy-%'`);
  let round = rounds.rows[0]?.round ?? 0;
  let left = wanted;
  let offset = Infinity;
  const next = () => {
    if (offset >= ORIGINALS) [offset, round] = [0, round + 1];
    const batch = { offset, round, count: Math.min(COPIED_AT_ONCE, left) };
    offset += COPIED_AT_ONCE;
    left -= batch.count;
    return batch;
  };
  const copyOn = async () => {
    while (left > 0) await copyBatch(pool, next());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyOn));
}

type Batch = { offset: number; round: number; count: number };

async function copyBatch(pool: pg.Pool, { offset, round, count }: Batch): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `CREATE TEMP TABLE copied ON COMMIT DROP AS
       SELECT id AS old, gen_random_uuid() AS id, gen_random_uuid() AS original_id
       FROM articles WHERE slug ~ '^article-\\d+$' ORDER BY articles.id OFFSET ${offset} LIMIT ${count}`,
    );
    for (const sql of COPY) await client.query(sql, sql.includes("$1") ? [round, DAYS_LATER] : []);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Drafts until all is there, so that the search learns of each once. */
const COPY = [
  `INSERT INTO originals (id, bytes, sha256, byte_length, media_type, encoding, received_via)
   SELECT original_id, text::bytea, encode(sha256(text::bytea), 'hex'), length(text), 'text/plain',
     'utf-8', 'command_line'
   FROM copied, LATERAL (SELECT original_id::text AS text) copy`,
  `INSERT INTO articles (id, original_id, outlet_id, status, headline, summary, body, published_on,
     slug, updated_at)
   SELECT copied.id, copied.original_id, outlet_id, 'draft', headline, summary, body,
     published_on + $1::int * $2::int, slug || '-copy-' || $1::int, now()
   FROM copied JOIN articles ON articles.id = old`,
  `INSERT INTO article_addresses (article_id, published_on, slug)
   SELECT articles.id, published_on, slug FROM copied JOIN articles USING (id)`,
  `INSERT INTO article_topics (article_id, topic_id, status, confidence)
   SELECT copied.id, topic_id, status, confidence FROM copied JOIN article_topics ON article_id = old`,
  `INSERT INTO mentions (article_id, actor_id, starts_at, ends_at, status)
   SELECT copied.id, actor_id, starts_at, ends_at, status FROM copied JOIN mentions ON article_id = old`,
  `UPDATE articles SET status = 'published', released_at = now() FROM copied
   WHERE articles.id = copied.id`,
];

/** Whoever is called by the last word of a name is mentioned, once: enough to have what to count. */
const NAME_ACTORS = `
  INSERT INTO mentions (article_id, actor_id, starts_at, ends_at, status)
  SELECT articles.id, actors.id, place - 1, place - 1 + length(word), 'suggested'
  FROM actors, LATERAL (SELECT substring(name FROM '[^ ]+$') AS word) last, articles,
    LATERAL (SELECT strpos(body, word) AS place) found
  WHERE kind IN ('person', 'country') AND length(word) > 3 AND place > 0
  ON CONFLICT DO NOTHING`;
