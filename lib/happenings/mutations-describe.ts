import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { listEventsAbout, readAccounts, readRoles } from "#lib/happenings/data-accounts.ts";
import { describeHappening, type Description } from "#lib/happenings/describe-happening.ts";
import { matchEvent } from "#lib/happenings/match-event.ts";

/** What these articles tell of; null where readers may see none of them. */
export async function describeArticles(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<Description | null> {
  const accounts = await readAccounts(tx, articleIds);
  return accounts.length === 0 ? null : describeHappening(accounts);
}

/**
 * Writes down what a suggestion's articles tell of now; an event that it seems to be is proposed
 * unless `eventId` is one. Counts as a change of it.
 */
export async function describeSuggestion(
  tx: Transaction,
  id: string,
  { eventId = null, told }: { eventId?: string | null; told?: Description } = {},
): Promise<void> {
  const held = await tx.suggestedArticle.findMany({
    where: { suggestionId: id },
    select: { articleId: true },
  });
  const ids = held.map(({ articleId }) => articleId);
  const description = told ?? (await describeArticles(tx, ids));
  if (!description) return;
  const { date, day, kind, placeName, titleArticleId, outlets } = description;
  const matched = eventId ?? matchEvent(description, await listEventsAbout(tx, day));
  await tx.eventSuggestion.update({
    where: { id },
    data: {
      ...{ date, kind, placeName, titleArticleId, outlets, proposedEventId: matched },
      ...{ startsOn: toDateColumn(day), endsOn: toDateColumn(day), version: { increment: 1 } },
    },
  });
  await writeParts(tx, id, description);
  await writeEvidence(tx, id, description);
}

async function writeParts(tx: Transaction, id: string, { actorIds, day }: Description) {
  const roles = await readRoles(tx, actorIds, day);
  await tx.suggestedPart.deleteMany({ where: { suggestionId: id } });
  await insertRows(tx, {
    table: "event_suggestion_participants",
    columns: { suggestion_id: "uuid", position: "smallint", actor_id: "text", role: "text" },
    rows: actorIds
      .filter((actorId) => roles.has(actorId))
      .map((actorId, position) => {
        return { suggestion_id: id, position, actor_id: actorId, role: roles.get(actorId) ?? null };
      }),
  });
}

async function writeEvidence(tx: Transaction, id: string, { evidence }: Description) {
  await tx.suggestionEvidence.deleteMany({ where: { suggestionId: id } });
  await insertRows(tx, {
    table: "event_suggestion_evidence",
    columns: {
      ...{ suggestion_id: "uuid", article_id: "uuid", starts_at: "int", ends_at: "int" },
      ...{ words_hash: "int", tells_day: "bool" },
    },
    rows: evidence.map(({ articleId, start, end, wordsHash, tellsDay }) => ({
      ...{ suggestion_id: id, article_id: articleId, starts_at: start, ends_at: end },
      ...{ words_hash: wordsHash, tells_day: tellsDay },
    })),
  });
}
