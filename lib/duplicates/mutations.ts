import { eventKeysOf } from "#lib/duplicates/bands.ts";
import { compareProfiles } from "#lib/duplicates/compare.ts";
import {
  findCandidates,
  getTermFrequencies,
  prepare,
  type Prepared,
} from "#lib/duplicates/data-candidates.ts";
import type { PairDecision } from "#lib/duplicates/schema.ts";
import type { ComparedArticle, PairKind, TermFrequencies } from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/** Of one event there may be much coverage; what was joined joins the rest. */
const MAX_EVENT_PAIRS = 10;

const LOCKED_KEYS = 4;

export type SuggestedPair = { otherId: string; kind: PairKind; score: number };

/**
 * Writes the fingerprint of a new article and the pairs that it suggests, which are returned, the
 * surest first. The caller's audit entry of the article stands for both.
 */
export async function addFingerprint(
  tx: Transaction,
  articleId: string,
  article: ComparedArticle,
): Promise<SuggestedPair[]> {
  return await writeFingerprint(tx, articleId, article, { isNew: true });
}

/** The same for an article that changed: what nobody decided about it yet is suggested anew. */
export async function replaceFingerprint(
  tx: Transaction,
  articleId: string,
  article: ComparedArticle,
): Promise<SuggestedPair[]> {
  const either = { OR: [{ firstId: articleId }, { secondId: articleId }] };
  await tx.articlePair.deleteMany({ where: { status: "suggested", ...either } });
  await tx.articleFingerprint.deleteMany({ where: { articleId } });
  return await writeFingerprint(tx, articleId, article, { isNew: false });
}

async function writeFingerprint(
  tx: Transaction,
  articleId: string,
  article: ComparedArticle,
  { isNew }: { isNew: boolean },
): Promise<SuggestedPair[]> {
  const prepared = prepare(article);
  const frequencies = await getTermFrequencies(tx);
  // Whoever edits holds the article, which those who hold the locks may wait for: no locks then.
  const locked = isNew ? prepared.signature.slice(0, LOCKED_KEYS) : [];
  await insertFingerprint(tx, articleId, { prepared, frequencies, locked });
  const pairs = await suggestPairs(tx, articleId, prepared, frequencies);
  if (pairs.length > 0) {
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
  return pairs;
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
 * Texts that resemble each other nearly always share one of the `locked` keys: of two that are
 * stored at the same moment, the second waits here, and then finds the first. In one statement,
 * since each way to the database and back costs as much as what it does there.
 */
async function insertFingerprint(
  tx: Transaction,
  articleId: string,
  write: { prepared: Prepared; frequencies: TermFrequencies; locked: number[] },
): Promise<void> {
  const { signature, shingleCount, terms, publishedOn } = write.prepared;
  const eventKeys = publishedOn ? eventKeysOf(terms.counts, publishedOn, write.frequencies) : [];
  // In order, so that of two transactions with the same keys neither waits for the other in vain.
  const locked = write.locked.toSorted((a, b) => a - b);
  await tx.$executeRaw`
    WITH locks AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtext('fingerprint'), key)
      FROM unnest(${locked}::int[]) AS key
    )
    INSERT INTO article_fingerprints (article_id, shingles, keys, terms, term_counts)
    SELECT ${articleId}::uuid, ${shingleCount}, ${[...signature, ...eventKeys]}::int[],
      ${[...terms.counts.keys()]}::int[], ${[...terms.counts.values()]}::smallint[]
    FROM (SELECT count(*) FROM locks) AS held`;
}

function inOrder(a: string, b: string): { firstId: string; secondId: string } {
  return a < b ? { firstId: a, secondId: b } : { firstId: b, secondId: a };
}

/**
 * Records what a person says a pair is: a kind, or "different". Throws `AppError` "not_found", and
 * "conflict" where it has been decided before.
 */
export async function decidePair(
  pairId: string,
  decision: PairDecision,
  actor: Actor,
): Promise<void> {
  const isDifferent = decision === "different";
  await writeWithAudit(actor, async (tx, record) => {
    const pair = await requirePair(tx, pairId);
    const { count } = await tx.articlePair.updateMany({
      where: { id: pairId, status: "suggested" },
      data: {
        status: isDifferent ? "rejected" : "confirmed",
        decision: isDifferent ? null : decision,
        decidedAt: new Date(),
        decidedById: actor.userId,
      },
    });
    if (count === 0) {
      throw new AppError(
        "conflict",
        "Someone has decided about this pair before. Undo that first.",
      );
    }
    record({
      action: "article_pair.decide",
      subject: "article_pair",
      subjectId: pairId,
      details: { decision, suggested: pair.kind, articles: [pair.firstId, pair.secondId] },
    });
  });
}

/** Opens a decided pair again. Throws `AppError` "not_found"; an open pair stays as it is. */
export async function undoPairDecision(pairId: string, actor: Actor): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const pair = await requirePair(tx, pairId);
    const { count } = await tx.articlePair.updateMany({
      where: { id: pairId, status: { not: "suggested" } },
      data: { status: "suggested", decision: null, decidedAt: null, decidedById: null },
    });
    if (count === 0) return;
    record({
      action: "article_pair.undo",
      subject: "article_pair",
      subjectId: pairId,
      details: { undone: pair.decision ?? "different", articles: [pair.firstId, pair.secondId] },
    });
  });
}

async function requirePair(tx: Transaction, id: string) {
  const pair = await tx.articlePair.findUnique({
    where: { id },
    select: { kind: true, decision: true, firstId: true, secondId: true },
  });
  if (!pair) throw new AppError("not_found", "There is no such pair; one of its articles is gone.");
  return pair;
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
  for (const { id, publishedOn, outlet, ...article } of missing) {
    await database.$transaction((tx) =>
      addFingerprint(tx, id, {
        ...article,
        outlet: outlet?.name ?? null,
        publishedOn: publishedOn && toCalendarDay(publishedOn),
      }),
    );
  }
  return missing.length;
}
