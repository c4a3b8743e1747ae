import { findMergedByPair, mergeArticle, undoArticleMerge } from "#lib/articles/mutations-merge.ts";
import type { PairDecision } from "#lib/duplicates/schema.ts";
import { whichStays, type MergeCandidate } from "#lib/duplicates/which-stays.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/**
 * Records what a person says a pair is: a kind, or "different". The same story and an update make
 * one article of two: `keep` stays, or the one that `whichStays` names. Throws `AppError`
 * "not_found", and "conflict" where it has been decided before or the two cannot be merged.
 */
export async function decidePair(
  pairId: string,
  decision: PairDecision,
  actor: Actor,
  keep?: string,
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
    if (decision !== "same_text" && decision !== "update") return;
    const merge = { ...(await chooseSides(tx, pair, decision, keep)), as: decision, pairId };
    await mergeArticle(tx, merge, actor, record);
  });
}

/**
 * Opens a decided pair again; what was merged by it is parted. Throws `AppError` "not_found", and
 * "conflict" where it was merged too long ago; an open pair stays as it is.
 */
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
    const merged = await findMergedByPair(tx, pairId, [pair.firstId, pair.secondId]);
    if (merged) await undoArticleMerge(tx, merged, actor, record);
    else await requireApart(tx, [pair.firstId, pair.secondId]);
  });
}

type Pair = Awaited<ReturnType<typeof requirePair>>;

async function requirePair(tx: Transaction, id: string) {
  const pair = await tx.articlePair.findUnique({
    where: { id },
    select: { kind: true, decision: true, firstId: true, secondId: true },
  });
  if (!pair) throw new AppError("not_found", "There is no such pair; one of its articles is gone.");
  return pair;
}

async function chooseSides(
  tx: Transaction,
  { firstId, secondId }: Pair,
  as: "same_text" | "update",
  keep: string | undefined,
): Promise<{ id: string; into: string }> {
  if (keep !== undefined && keep !== firstId && keep !== secondId) {
    throw new AppError("invalid_input", "What is to stay is none of the two. Nothing was merged.");
  }
  const into = keep ?? whichStays(await readCandidates(tx, firstId, secondId), as);
  return { into, id: into === firstId ? secondId : firstId };
}

async function readCandidates(
  tx: Transaction,
  firstId: string,
  secondId: string,
): Promise<[MergeCandidate, MergeCandidate]> {
  type Row = Omit<MergeCandidate, "publishedOn"> & { publishedOn: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, status::text, published_on AS "publishedOn", length(body) AS length
    FROM articles WHERE id IN (${firstId}::uuid, ${secondId}::uuid) ORDER BY id`;
  const [first, second] = rows.map(({ publishedOn, ...row }) => ({
    ...row,
    publishedOn: publishedOn && toCalendarDay(publishedOn),
  }));
  if (!first || !second) throw new RangeError("A pair without its two articles");
  return [first, second];
}

/** A merge that came with an export has no record here of what it moved. */
async function requireApart(tx: Transaction, ids: readonly string[]): Promise<void> {
  const merged = await tx.article.findFirst({
    where: { id: { in: [...ids] }, mergedIntoId: { in: [...ids] } },
    select: { id: true },
  });
  if (!merged) return;
  throw new AppError(
    "conflict",
    "The two were one article already when this archive took them in, so it cannot part them. Nothing was changed.",
  );
}
