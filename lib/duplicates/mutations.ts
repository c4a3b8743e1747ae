import { eventKeysOf } from "#lib/duplicates/bands.ts";
import { compareProfiles } from "#lib/duplicates/compare.ts";
import {
  findCandidates,
  getTermFrequencies,
  prepare,
  type Prepared,
} from "#lib/duplicates/data-candidates.ts";
import type { ComparedArticle, PairKind, TermFrequencies } from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** Of one event there may be much coverage; what was joined joins the rest. */
const MAX_EVENT_PAIRS = 10;

const LOCKED_KEYS = 4;

export type SuggestedPair = { otherId: string; kind: PairKind; score: number };

/**
 * Writes the fingerprints of new articles and the pairs that they suggest, among themselves too. The
 * caller's audit entries of the articles stand for both. Waits for others who store similar texts.
 */
export async function addFingerprints(
  tx: Transaction,
  articles: readonly { articleId: string; article: ComparedArticle }[],
): Promise<void> {
  const all = articles.map(({ articleId, article }) => ({ articleId, ...prepare(article) }));
  await lockKeys(
    tx,
    all.flatMap(({ signature }) => signature.slice(0, LOCKED_KEYS)),
  );
  for (const { articleId, ...prepared } of all) await writeFingerprint(tx, articleId, prepared);
}

/**
 * The same without looking for repeats, for articles that bring the pairs that were found for them.
 */
export async function addFingerprintsOnly(
  tx: Transaction,
  articles: readonly { articleId: string; article: ComparedArticle }[],
): Promise<void> {
  const frequencies = await getTermFrequencies(tx);
  const rows = articles.map(({ articleId, article }) => {
    const { signature, shingleCount, terms, publishedOn } = prepare(article);
    const eventKeys = publishedOn ? eventKeysOf(terms.counts, publishedOn, frequencies) : [];
    return {
      ...{ article_id: articleId, shingles: shingleCount, keys: [...signature, ...eventKeys] },
      ...{ terms: [...terms.counts.keys()], term_counts: [...terms.counts.values()] },
    };
  });
  await tx.$executeRaw`
    INSERT INTO article_fingerprints (article_id, shingles, keys, terms, term_counts)
    SELECT article_id, shingles, keys, terms, term_counts
    FROM json_populate_recordset(NULL::article_fingerprints, ${JSON.stringify(rows)}::json)`;
}

/** The same for an article that changed: what nobody decided about it yet is suggested anew. */
export async function replaceFingerprint(
  tx: Transaction,
  articleId: string,
  article: ComparedArticle,
): Promise<void> {
  const either = { OR: [{ firstId: articleId }, { secondId: articleId }] };
  await tx.articlePair.deleteMany({ where: { status: "suggested", ...either } });
  await tx.articleFingerprint.deleteMany({ where: { articleId } });
  // Whoever edits holds the article, which those who hold the locks may wait for: no locks then.
  await writeFingerprint(tx, articleId, prepare(article));
}

async function writeFingerprint(
  tx: Transaction,
  articleId: string,
  prepared: Prepared,
): Promise<void> {
  const frequencies = await getTermFrequencies(tx);
  await insertFingerprint(tx, articleId, prepared, frequencies);
  const pairs = await suggestPairs(tx, articleId, prepared, frequencies);
  if (pairs.length === 0) return;
  await tx.articlePair.createMany({
    data: pairs.map(({ otherId, kind, score }) => ({
      ...inOrder(articleId, otherId),
      kind,
      score,
    })),
    // One that was decided stays as it was decided.
    skipDuplicates: true,
  });
}

async function suggestPairs(
  tx: Transaction,
  articleId: string,
  prepared: Prepared,
  frequencies: TermFrequencies,
): Promise<SuggestedPair[]> {
  const candidates = await findCandidates(tx, prepared, frequencies, articleId);
  const pairs = candidates.flatMap(({ id, profile }): SuggestedPair[] => {
    const { kind, score } = compareProfiles(profile, prepared, frequencies);
    return kind === "different" ? [] : [{ otherId: id, kind, score }];
  });
  const byScore = pairs.sort((a, b) => b.score - a.score);
  const isEvent = ({ kind }: SuggestedPair) => kind === "same_event";
  const events = new Set(byScore.filter(isEvent).slice(0, MAX_EVENT_PAIRS));
  return byScore.filter((pair) => !isEvent(pair) || events.has(pair));
}

/**
 * Texts that resemble each other nearly always share one of these keys: of two that are stored at
 * the same moment, the second waits here, and then finds the first. All at once and in order, so
 * that of two transactions with the same keys neither waits for the other in vain.
 */
async function lockKeys(tx: Transaction, keys: readonly number[]): Promise<void> {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtext('fingerprint'), key)
    FROM unnest(${sorted}::int[]) WITH ORDINALITY AS locked (key, position) ORDER BY position`;
}

async function insertFingerprint(
  tx: Transaction,
  articleId: string,
  { signature, shingleCount, terms, publishedOn }: Prepared,
  frequencies: TermFrequencies,
): Promise<void> {
  const eventKeys = publishedOn ? eventKeysOf(terms.counts, publishedOn, frequencies) : [];
  await tx.$executeRaw`
    INSERT INTO article_fingerprints (article_id, shingles, keys, terms, term_counts)
    VALUES (${articleId}::uuid, ${shingleCount}, ${[...signature, ...eventKeys]}::int[],
      ${[...terms.counts.keys()]}::int[], ${[...terms.counts.values()]}::smallint[])`;
}

function inOrder(a: string, b: string): { firstId: string; secondId: string } {
  return a < b ? { firstId: a, secondId: b } : { firstId: b, secondId: a };
}

/**
 * Gives a fingerprint to articles that were stored before there were any, oldest first, at most
 * `limit` of them, each in a transaction of its own; returns how many. 0: all have one.
 */
export async function addMissingFingerprints(limit: number): Promise<number> {
  const missing = await database.article.findMany({
    where: { fingerprint: null },
    select: {
      id: true,
      headline: true,
      body: true,
      publishedOn: true,
      sourceUrl: true,
      outlet: { select: { name: true } },
    },
    orderBy: { id: "asc" },
    take: limit,
  });
  for (const { id, publishedOn, outlet, ...fields } of missing) {
    const article = {
      ...fields,
      outlet: outlet?.name ?? null,
      publishedOn: publishedOn && toCalendarDay(publishedOn),
    };
    await database.$transaction((tx) => addFingerprints(tx, [{ articleId: id, article }]));
  }
  return missing.length;
}
