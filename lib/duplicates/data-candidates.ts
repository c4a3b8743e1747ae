/** Finds what an article may be a repeat of, an update of, or other coverage of the event of. */
import {
  eventLookups,
  isTextCandidate,
  MAX_ARTICLES_PER_KEY,
  MAX_EVENT_CANDIDATES,
  MAX_TEXT_CANDIDATES,
} from "#lib/duplicates/bands.ts";
import { profileOf, type Profile } from "#lib/duplicates/compare.ts";
import { fingerprintOf, shinglesOf } from "#lib/duplicates/fingerprint.ts";
import type { ComparedArticle, TermFrequencies } from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

const FREQUENCIES_KEPT_MS = 10 * 60_000;
/** So many articles, the latest, show which terms are rare. */
const SAMPLED_ARTICLES = 2_000;

/** An article made ready to be compared and found. */
export type Prepared = Profile & { signature: number[]; shingleCount: number };
export type Candidate = { id: string; profile: Profile };

/** Makes an article ready to be compared with those that the archive has. */
export function prepare(article: ComparedArticle): Prepared {
  const profile = profileOf(article);
  const { signature, shingles } = fingerprintOf(profile.shingles ?? new Set());
  return { ...profile, signature, shingleCount: shingles };
}

/**
 * The articles that resemble one most, at most 36 of them, without those in the bin or merged away and without
 * `exceptId`. Takes the same time however large the archive is: lib/duplicates/bands.ts.
 */
export async function findCandidates(
  tx: Transaction,
  article: Prepared,
  frequencies: TermFrequencies,
  exceptId: string,
): Promise<Candidate[]> {
  const rows = await readCandidates(tx, article, frequencies, exceptId);
  const isText = ({ textRank, sharedKeys, shingles, isSameUrl }: CandidateRow) =>
    isSameUrl ||
    (textRank <= MAX_TEXT_CANDIDATES &&
      isTextCandidate(sharedKeys, [shingles, article.shingleCount]));
  const textIds = rows.filter(isText).map(({ id }) => id);
  const bodies = await readBodies(tx, textIds);
  return rows.map((row) => ({ id: row.id, profile: toProfile(row, bodies.get(row.id)) }));
}

type CandidateRow = {
  id: string;
  headline: string | null;
  publishedOn: Date | null;
  sourceUrl: string | null;
  outlet: string | null;
  shingles: number;
  /** Joined by commas: as arrays, reading them took longer than finding them. */
  terms: string;
  termCounts: string;
  sharedKeys: number;
  textRank: number;
  isSameUrl: boolean;
};

async function readCandidates(
  tx: Transaction,
  { signature, publishedOn, terms, sourceUrl }: Prepared,
  frequencies: TermFrequencies,
  exceptId: string,
): Promise<CandidateRow[]> {
  const events = publishedOn ? eventLookups(terms.counts, publishedOn, frequencies) : [];
  const keys = [...signature, ...events.map(({ key }) => key)];
  // No weight: a key of the text, which counts one.
  const weights = [...signature.map(() => null), ...events.map(({ weight }) => weight)];
  return await tx.$queryRaw<CandidateRow[]>`
    WITH found AS (
      SELECT held.number,
        count(*) FILTER (WHERE lookup.weight IS NULL)::int AS shared_keys,
        coalesce(sum(lookup.weight), 0) AS event_weight
      FROM unnest(${keys}::int[], ${weights}::float8[]) AS lookup (key, weight)
        CROSS JOIN LATERAL (
          SELECT number FROM fingerprint_keys WHERE key = lookup.key
          ORDER BY number DESC LIMIT ${MAX_ARTICLES_PER_KEY}
        ) AS held
      GROUP BY held.number
    ), ranked AS (
      SELECT number, shared_keys, event_weight,
        row_number() OVER (ORDER BY shared_keys DESC, number DESC)::int AS text_rank,
        row_number() OVER (ORDER BY event_weight DESC, number DESC)::int AS event_rank
      FROM found
    ), chosen AS (
      SELECT article_id, shared_keys, text_rank, false AS is_same_url
      FROM ranked JOIN article_fingerprints USING (number)
      WHERE (text_rank <= ${MAX_TEXT_CANDIDATES} AND shared_keys > 0)
        OR (event_rank <= ${MAX_EVENT_CANDIDATES} AND event_weight > 0)
      UNION ALL
      (SELECT id, 0, ${MAX_TEXT_CANDIDATES + 1}, true FROM articles
       WHERE source_url = ${sourceUrl} ORDER BY id DESC LIMIT ${MAX_TEXT_CANDIDATES})
    )
    SELECT articles.id, headline, published_on AS "publishedOn", source_url AS "sourceUrl",
      outlets.name AS outlet, shingles, array_to_string(terms, ',') AS terms,
      array_to_string(term_counts, ',') AS "termCounts",
      max(shared_keys) AS "sharedKeys", min(text_rank) AS "textRank",
      bool_or(is_same_url) AS "isSameUrl"
    FROM chosen JOIN articles ON articles.id = chosen.article_id
      JOIN article_fingerprints ON article_fingerprints.article_id = articles.id
      LEFT JOIN outlets ON outlets.id = articles.outlet_id
    WHERE articles.deleted_at IS NULL AND articles.merged_into_id IS NULL AND articles.id <> ${exceptId}::uuid
    GROUP BY articles.id, outlets.id, article_fingerprints.article_id`;
}

async function readBodies(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, body: true },
  });
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function toProfile(row: CandidateRow, body: string | undefined): Profile {
  const { headline, publishedOn, sourceUrl, outlet, terms, termCounts } = row;
  return {
    ...{ headline, sourceUrl, outlet },
    publishedOn: publishedOn && toCalendarDay(publishedOn),
    shingles: body === undefined ? null : shinglesOf(body),
    terms: {
      counts: toCounts(terms, termCounts),
      words: new Map(),
    },
  };
}

function toCounts(terms: string, termCounts: string): Map<number, number> {
  if (terms === "") return new Map();
  const counts = termCounts.split(",");
  return new Map(terms.split(",").map((hash, i) => [Number(hash), Number(counts[i])]));
}

let kept: { frequencies: TermFrequencies; readAt: number; uses: number } | null = null;

/**
 * How common terms are in the archive, from its latest articles. Kept for ten minutes, in a young
 * archive until as many articles have been compared as it was read from.
 */
export async function getTermFrequencies(tx: Transaction): Promise<TermFrequencies> {
  const isYoung = kept !== null && kept.frequencies.articles < SAMPLED_ARTICLES;
  const isStale =
    kept === null ||
    Date.now() - kept.readAt > FREQUENCIES_KEPT_MS ||
    (isYoung && kept.uses >= kept.frequencies.articles);
  if (!kept || isStale) {
    kept = { frequencies: await readTermFrequencies(tx), readAt: Date.now(), uses: 0 };
  }
  kept.uses++;
  return kept.frequencies;
}

async function readTermFrequencies(tx: Transaction): Promise<TermFrequencies> {
  // A term of one article alone is left out: one that nothing is known of counts the same.
  const [row] = await tx.$queryRaw<{ articles: number; terms: number[]; counts: number[] }[]>(
    Prisma.sql`
    WITH recent AS (
      SELECT terms FROM article_fingerprints ORDER BY number DESC LIMIT ${SAMPLED_ARTICLES}
    ), counted AS (
      SELECT term, count(*)::int AS articles FROM recent, unnest(recent.terms) AS term
      GROUP BY term HAVING count(*) > 1
    )
    SELECT (SELECT count(*)::int FROM recent) AS articles,
      coalesce(array_agg(term), '{}') AS terms, coalesce(array_agg(articles), '{}') AS counts
    FROM counted`,
  );
  const { articles = 0, terms = [], counts = [] } = row ?? {};
  return { articles, articlesWith: new Map(terms.map((term, i) => [term, counts[i] ?? 1])) };
}
