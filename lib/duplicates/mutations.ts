import { eventKeysOf, eventPeriodsOf } from "#lib/duplicates/bands.ts";
import {
  findCandidates,
  getTermFrequencies,
  prepare,
  type Prepared,
} from "#lib/duplicates/data-candidates.ts";
import { suggestPairs, type Suggestion } from "#lib/duplicates/data-suggestions.ts";
import type { ComparedArticle, TermFrequencies } from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { arrayLiteral, insertRows } from "#lib/db/insert-rows.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";

const LOCKED_KEYS = 4;

type Fingerprinted = { articleId: string } & Prepared;

/**
 * Writes the fingerprints of new articles and the pairs that they suggest, among themselves too, in
 * as many statements for a hundred as for one. The caller's audit entries of the articles stand for
 * both. Waits for others who store similar texts, and lets them wait until the transaction ends.
 */
export async function addFingerprints(
  tx: Transaction,
  articles: readonly { articleId: string; article: ComparedArticle }[],
): Promise<void> {
  const all = articles.map(({ articleId, article }) => ({ articleId, ...prepare(article) }));
  await holdLocks(tx, all);
  await writeFingerprints(tx, all);
}

/** The same without looking for repeats, for articles that bring the pairs that were found for them. */
export async function addFingerprintsOnly(
  tx: Transaction,
  articles: readonly { articleId: string; article: ComparedArticle }[],
): Promise<void> {
  const all = articles.map(({ articleId, article }) => ({ articleId, ...prepare(article) }));
  await insertFingerprints(tx, all, await getTermFrequencies(tx, all));
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
  await writeFingerprints(tx, [{ articleId, ...prepare(article) }]);
}

async function writeFingerprints(tx: Transaction, all: readonly Fingerprinted[]): Promise<void> {
  const frequencies = await getTermFrequencies(tx, all);
  await insertFingerprints(tx, all, frequencies);
  const candidates = await findCandidates(tx, all, frequencies);
  await insertPairs(
    tx,
    all.flatMap((each) => suggestPairs(each, candidates.get(each.articleId) ?? [], frequencies)),
  );
}

/**
 * Texts that resemble each other nearly always share one of their first keys, and coverage of one
 * event appears within a few days: of two that are stored at the same moment, the second waits here,
 * and then finds the first. All at once and in order, so that of two transactions with the same
 * locks neither waits for the other in vain.
 */
async function holdLocks(tx: Transaction, all: readonly Fingerprinted[]): Promise<void> {
  const names = all.flatMap(({ signature, publishedOn }) => [
    ...signature.slice(0, LOCKED_KEYS),
    ...(publishedOn ? eventPeriodsOf(publishedOn) : []),
  ]);
  const sorted = [...new Set(names)].sort((a, b) => a - b);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtext('fingerprint'), key)
    FROM unnest(${arrayLiteral(sorted)}::int[]) WITH ORDINALITY AS locked (key, position)
    ORDER BY position`;
}

async function insertFingerprints(
  tx: Transaction,
  all: readonly Fingerprinted[],
  frequencies: TermFrequencies,
): Promise<void> {
  const columns = {
    article_id: "uuid",
    shingles: "int",
    keys: "int[]",
    terms: "int[]",
    term_counts: "smallint[]",
  };
  const rows = all.map(({ articleId, signature, shingleCount, terms, publishedOn }) => {
    const eventKeys = publishedOn ? eventKeysOf(terms.counts, publishedOn, frequencies) : [];
    return {
      article_id: articleId,
      shingles: shingleCount,
      keys: arrayLiteral([...signature, ...eventKeys]),
      terms: arrayLiteral(terms.counts.keys()),
      term_counts: arrayLiteral(terms.counts.values()),
    };
  });
  await insertRows(tx, { table: "article_fingerprints", columns, rows });
}

async function insertPairs(tx: Transaction, pairs: readonly Suggestion[]): Promise<void> {
  const rows = pairs.map(({ articleId, otherId, kind, score }) => {
    const [first_id, second_id] = [articleId, otherId].sort() as [string, string];
    return { id: uuid7(), first_id, second_id, kind, score };
  });
  await insertRows(tx, {
    table: "article_pairs",
    columns: { id: "uuid", first_id: "uuid", second_id: "uuid", kind: "pair_kind", score: "real" },
    rows,
    // One that was decided stays as it was decided.
    skipDuplicates: true,
  });
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
