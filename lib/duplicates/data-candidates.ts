/** Finds what an article may be a repeat of, an update of, or other coverage of the event of. */
import {
  eventLookups,
  isTextCandidate,
  MAX_ARTICLES_PER_KEY,
  MAX_EVENT_CANDIDATES,
  MAX_TEXT_CANDIDATES,
} from "#lib/duplicates/bands.ts";
import { profileOf, type Profile } from "#lib/duplicates/compare.ts";
import { countTerms } from "#lib/text/terms.ts";
import { fingerprintOf, shinglesOf } from "#lib/duplicates/fingerprint.ts";
import type { ComparedArticle, TermFrequencies } from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { arrayLiteral } from "#lib/db/insert-rows.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";
import type { Transaction } from "#lib/db/transaction.ts";

const FREQUENCIES_KEPT_MS = 10 * 60_000;
/** So many articles, the latest, show which terms are rare. */
export const SAMPLED_ARTICLES = 2_000;

/** What is stored of two articles' likeness is its kind and score, without the reasons. */
const NO_WORDS: ReadonlyMap<number, string> = new Map();

/** An article made ready to be compared and found. */
export type Prepared = Profile & { signature: number[]; shingleCount: number };
export type Candidate = { id: string; profile: Profile };

/** Makes an article ready to be compared with those that the archive has. */
export function prepare(article: ComparedArticle): Prepared {
  const profile = profileOf(article);
  const { signature, shingles } = fingerprintOf(profile.shingles ?? new Set());
  const terms = { counts: profile.terms.counts, words: NO_WORDS };
  return { ...profile, terms, signature, shingleCount: shingles };
}

/** Above every number of a fingerprint. */
const AFTER_ALL = 2_147_483_647;

type Sought = Prepared & { articleId: string };

/**
 * For each of some articles, just fingerprinted or not stored, the articles that resemble it most, at
 * most 36 of them, without those in the bin or merged away; of these articles themselves only earlier
 * ones. Takes the same time however large the archive is: lib/duplicates/bands.ts.
 */
export async function findCandidates(
  tx: Transaction,
  sought: readonly Sought[],
  frequencies: TermFrequencies,
): Promise<Map<string, Candidate[]>> {
  const own = new Map(sought.map((each) => [each.articleId, each]));
  const rows = (await lookUp(tx, sought, frequencies)).map((row) => {
    const { textRank, sharedKeys, shingles, isSameUrl, articleId } = row;
    const both = [shingles, own.get(articleId)?.shingleCount ?? 0] as const;
    const isText = textRank <= MAX_TEXT_CANDIDATES && isTextCandidate(sharedKeys, both);
    return { ...row, isText: isSameUrl || isText };
  });
  const profiles = await readProfiles(
    tx,
    rows.filter(({ id }) => !own.has(id)),
  );
  const candidates = new Map<string, Candidate[]>(sought.map(({ articleId }) => [articleId, []]));
  for (const { articleId, id, isText } of rows) {
    const profile = own.get(id) ?? profiles.get(id);
    if (!profile) continue;
    const shingles = isText ? profile.shingles : null;
    candidates.get(articleId)?.push({ id, profile: { ...profile, shingles } });
  }
  return candidates;
}

type Found = {
  /** Of the article that was sought for. */
  articleId: string;
  id: string;
  shingles: number;
  sharedKeys: number;
  textRank: number;
  isSameUrl: boolean;
};

async function lookUp(
  tx: Transaction,
  sought: readonly Sought[],
  frequencies: TermFrequencies,
): Promise<Found[]> {
  const lookups = sought.flatMap(({ signature, publishedOn, terms }, i) => [
    // No weight: a key of the text, which counts one.
    ...signature.map((key) => ({ i, key, weight: null })),
    ...(publishedOn ? eventLookups(terms.counts, publishedOn, frequencies) : []).map((lookup) => {
      return { i, ...lookup };
    }),
  ]);
  // Sub-selects that yield a row or a few each: joined freely, the planner would read whole tables.
  return await tx.$queryRaw<Found[]>`
    WITH sought AS MATERIALIZED (
      -- One that is not stored comes after all that are.
      SELECT given.i, given.id AS article_id, coalesce(number, ${AFTER_ALL}) AS number, page_address
      FROM unnest(${arrayLiteral(sought.map(({ articleId }) => articleId))}::uuid[],
        ${arrayLiteral(sought.map(({ sourceUrl }) => pageAddressOf(sourceUrl)))}::text[])
          WITH ORDINALITY AS given (id, page_address, i)
        LEFT JOIN article_fingerprints ON article_id = given.id
    ), found AS (
      SELECT lookup.i, held.number,
        count(*) FILTER (WHERE lookup.weight IS NULL)::int AS shared_keys,
        coalesce(sum(lookup.weight), 0) AS event_weight
      FROM unnest(${arrayLiteral(lookups.map(({ i }) => i + 1))}::int[],
          ${arrayLiteral(lookups.map(({ key }) => key))}::int[],
          ${arrayLiteral(lookups.map(({ weight }) => weight))}::float8[]) AS lookup (i, key, weight)
        JOIN sought USING (i)
        CROSS JOIN LATERAL (
          SELECT number FROM fingerprint_keys
          WHERE key = lookup.key
            AND (number < sought.number OR number NOT IN (SELECT number FROM sought))
          ORDER BY number DESC LIMIT ${MAX_ARTICLES_PER_KEY}
        ) AS held
      GROUP BY lookup.i, held.number
    ), ranked AS (
      SELECT i, number, shared_keys, event_weight,
        row_number() OVER (PARTITION BY i ORDER BY shared_keys DESC, number DESC)::int AS text_rank,
        row_number() OVER (PARTITION BY i ORDER BY event_weight DESC, number DESC)::int AS event_rank
      FROM found
    ), chosen AS (
      SELECT i, article_id, shingles, shared_keys, text_rank, false AS is_same_url
      FROM ranked CROSS JOIN LATERAL (
        SELECT article_id, shingles FROM article_fingerprints WHERE number = ranked.number OFFSET 0
      ) AS fingerprint
      WHERE (text_rank <= ${MAX_TEXT_CANDIDATES} AND shared_keys > 0)
        OR (event_rank <= ${MAX_EVENT_CANDIDATES} AND event_weight > 0)
      UNION ALL
      SELECT i, same.id, same.shingles, 0, ${MAX_TEXT_CANDIDATES + 1}, true
      FROM sought CROSS JOIN LATERAL (
        SELECT id, shingles FROM articles JOIN article_fingerprints ON article_id = id
        WHERE page_address = sought.page_address AND id <> sought.article_id
        ORDER BY id DESC LIMIT ${MAX_TEXT_CANDIDATES}
      ) AS same
    )
    SELECT sought.article_id AS "articleId", chosen.article_id AS id, max(shingles) AS shingles,
      max(shared_keys) AS "sharedKeys", min(text_rank) AS "textRank",
      bool_or(is_same_url) AS "isSameUrl"
    FROM chosen JOIN sought USING (i)
    GROUP BY sought.article_id, chosen.article_id`;
}

type ProfileRow = {
  id: string;
  headline: string | null;
  publishedOn: Date | null;
  sourceUrl: string | null;
  outlet: string | null;
  /** Joined by commas: as arrays, reading them took longer than finding them. */
  terms: string;
  termCounts: string;
  /** Null where it is not needed. */
  body: string | null;
};

/** What candidates are compared by, their text only where `isText`; without those in the bin. */
async function readProfiles(
  tx: Transaction,
  candidates: readonly { id: string; isText: boolean }[],
): Promise<Map<string, Profile>> {
  if (candidates.length === 0) return new Map();
  const ids = new Set(candidates.map(({ id }) => id));
  const textIds = new Set(candidates.filter(({ isText }) => isText).map(({ id }) => id));
  const rows = await tx.$queryRaw<ProfileRow[]>`
    SELECT articles.id, headline, published_on AS "publishedOn", source_url AS "sourceUrl",
      outlets.name AS outlet, array_to_string(terms, ',') AS terms,
      array_to_string(term_counts, ',') AS "termCounts",
      CASE WHEN articles.id = ANY (${[...textIds]}::uuid[]) THEN body END AS body
    FROM articles JOIN article_fingerprints ON article_id = articles.id
      LEFT JOIN outlets ON outlets.id = articles.outlet_id
    WHERE articles.id = ANY (${[...ids]}::uuid[]) AND articles.deleted_at IS NULL
      AND articles.merged_into_id IS NULL`;
  return new Map(rows.map((row) => [row.id, toProfile(row)]));
}

function toProfile({ body, terms, termCounts, publishedOn, ...row }: ProfileRow): Profile {
  const { headline, sourceUrl, outlet } = row;
  return {
    ...{ headline, sourceUrl, outlet },
    publishedOn: publishedOn && toCalendarDay(publishedOn),
    shingles: body === null ? null : shinglesOf(body),
    terms: { counts: toCounts(terms, termCounts), words: NO_WORDS },
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
 * archive until as many articles have been compared as it was read from. Where `articles`, which are
 * compared now, are more than those of the archive, they count as well.
 */
export async function getTermFrequencies(
  tx: Transaction,
  articles: readonly Profile[] = [],
): Promise<TermFrequencies> {
  const isStale =
    kept === null ||
    Date.now() - kept.readAt > FREQUENCIES_KEPT_MS ||
    (kept.frequencies.articles < SAMPLED_ARTICLES && kept.uses >= kept.frequencies.articles);
  if (!kept || isStale) {
    kept = { frequencies: await readTermFrequencies(tx), readAt: Date.now(), uses: 0 };
  }
  kept.uses += Math.max(1, articles.length);
  const { frequencies } = kept;
  if (frequencies.articles >= articles.length) return frequencies;
  return addTerms(frequencies, countTerms(articles.map(({ terms }) => terms.counts.keys())));
}

function addTerms(a: TermFrequencies, b: TermFrequencies): TermFrequencies {
  const articlesWith = new Map(a.articlesWith);
  for (const [hash, count] of b.articlesWith)
    articlesWith.set(hash, (articlesWith.get(hash) ?? 0) + count);
  return { articles: a.articles + b.articles, articlesWith };
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
