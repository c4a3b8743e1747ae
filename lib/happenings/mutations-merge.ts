/** Two suggestions that tell of one thing, and one that tells of two. */
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { decide, hold, holdOpen } from "#lib/happenings/mutations-hold.ts";
import { describeSuggestion } from "#lib/happenings/mutations-describe.ts";
import { addArticles, entryOf } from "#lib/happenings/mutations-group.ts";
import type { Seen } from "#lib/happenings/schema.ts";

/** Puts a suggestion's articles into another open one. Throws `AppError` "not_found" and "conflict". */
export async function mergeSuggestion(
  { intoId, ...seen }: Seen & { intoId: string },
  actor: Actor,
): Promise<void> {
  const { suggestionId } = seen;
  await writeWithAudit(actor, async (tx, record) => {
    await holdOpen(tx, seen);
    const into = await tx.eventSuggestion.findUnique({
      where: { id: intoId },
      select: { state: true },
    });
    if (intoId === suggestionId || into?.state !== "open") {
      throw new AppError("conflict", "It can only be merged into another open suggestion.");
    }
    await addArticles(tx, intoId, await articlesOf(tx, suggestionId), suggestionId);
    await decide(tx, suggestionId, actor, { state: "merged", mergedIntoId: intoId });
    await describeSuggestion(tx, intoId);
    record(entryOf("merge", suggestionId, { into: intoId }));
  });
}

/** Takes out of `intoId` again what came with a merged suggestion. Throws `AppError` "conflict". */
export async function undoMerge(tx: Transaction, id: string, intoId: string): Promise<void> {
  const into = await tx.eventSuggestion.findUnique({
    where: { id: intoId },
    select: { state: true },
  });
  if (into?.state !== "open") {
    throw new AppError(
      "conflict",
      "What it was merged into is decided already. Undo that first; nothing was changed.",
    );
  }
  const elsewhere = { suggestionId: { not: intoId }, mergedFromId: id };
  if ((await tx.suggestedArticle.count({ where: elsewhere })) > 0) {
    throw new AppError(
      "conflict",
      "Some of its articles were split off since. Put those back first; nothing was changed.",
    );
  }
  await tx.suggestedArticle.deleteMany({ where: { suggestionId: intoId, mergedFromId: id } });
  await describeSuggestion(tx, intoId);
}

/**
 * Makes a suggestion of its own of some articles of another. Returns its id. Throws `AppError`
 * "not_found" and "conflict", also where no article would be left.
 */
export async function splitSuggestion(
  { articleIds, ...seen }: Seen & { articleIds: readonly string[] },
  actor: Actor,
): Promise<string> {
  const { suggestionId } = seen;
  return await writeWithAudit(actor, async (tx, record) => {
    await holdOpen(tx, seen);
    const held = await articlesOf(tx, suggestionId);
    const moved = held.filter((id) => articleIds.includes(id));
    if (moved.length === 0 || moved.length === held.length) {
      throw new AppError("conflict", "At least one article has to go, and one has to stay.");
    }
    const { date, startsOn, endsOn } = await tx.eventSuggestion.findUniqueOrThrow({
      where: { id: suggestionId },
      select: { date: true, startsOn: true, endsOn: true },
    });
    const { id } = await tx.eventSuggestion.create({
      data: { date, startsOn, endsOn, splitFromId: suggestionId },
      select: { id: true },
    });
    await moveArticles(tx, suggestionId, id, moved);
    await describeSuggestion(tx, id);
    await describeSuggestion(tx, suggestionId);
    record(entryOf("split", suggestionId, { into: id, articles: moved }));
    return id;
  });
}

/**
 * Puts what was split off back to where it came from, and returns that one's id. Throws `AppError`
 * "not_found", and "conflict" where either is decided already.
 */
export async function undoSplit(seen: Seen, actor: Actor): Promise<string> {
  const { suggestionId } = seen;
  return await writeWithAudit(actor, async (tx, record) => {
    const { splitFromId } = await holdOpen(tx, seen);
    if ((await tx.eventSuggestion.count({ where: { mergedIntoId: suggestionId } })) > 0)
      throw new AppError("conflict", "Another was merged into it since. Undo that first.");
    const origin =
      splitFromId &&
      (await tx.eventSuggestion.findUnique({
        where: { id: splitFromId },
        select: { version: true },
      }));
    if (!splitFromId || !origin) {
      throw new AppError("conflict", "It was not split off from a suggestion that is still there.");
    }
    const { state } = await hold(tx, { suggestionId: splitFromId, version: origin.version });
    if (state !== "open")
      throw new AppError("conflict", "What it was split off from is decided already.");
    await moveArticles(tx, suggestionId, splitFromId, await articlesOf(tx, suggestionId));
    await tx.eventSuggestion.delete({ where: { id: suggestionId } });
    await describeSuggestion(tx, splitFromId);
    record(entryOf("undo-split", splitFromId, { from: suggestionId }));
    return splitFromId;
  });
}

async function articlesOf(tx: Transaction, suggestionId: string): Promise<string[]> {
  const rows = await tx.suggestedArticle.findMany({
    where: { suggestionId },
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

/** With what they came with, so that a merge can still be undone. */
async function moveArticles(tx: Transaction, from: string, to: string, ids: readonly string[]) {
  const there = new Set(await articlesOf(tx, to));
  await tx.suggestedArticle.updateMany({
    where: { suggestionId: from, articleId: { in: ids.filter((id) => !there.has(id)) } },
    data: { suggestionId: to },
  });
}
