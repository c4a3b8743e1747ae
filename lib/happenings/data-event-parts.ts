import { PUBLISHED } from "#lib/articles/data.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { NewEvent } from "#lib/events/mutations-create.ts";

type EventParts = Pick<NewEvent, "participants" | "sources" | "topicIds" | "articleIds">;

/**
 * What an event gets from a suggestion: its participants, its articles that readers may see, these as
 * sources, and the topics of at least half of them. Throws `AppError` "conflict" where none is left.
 */
export async function readEventParts(tx: Transaction, suggestionId: string): Promise<EventParts> {
  const [participants, articles] = await Promise.all([
    tx.suggestedPart.findMany({
      where: { suggestionId },
      orderBy: { position: "asc" },
      select: { actorId: true, role: true, actor: { select: { mergedIntoId: true } } },
    }),
    tx.article.findMany({
      where: { ...PUBLISHED, suggestedEvents: { some: { suggestionId } } },
      orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, headline: true, sourceUrl: true, outlet: { select: { name: true } } },
        topics: { where: { status: { not: "rejected" } }, select: { topicId: true } },
      },
    }),
  ]);
  if (articles.length === 0)
    throw new AppError("conflict", "None of its articles can be read any longer.");
  const topics = Map.groupBy(
    articles.flatMap(({ topics: own }) => own),
    ({ topicId }) => topicId,
  );
  // Of an actor that was merged away since, the one that it was merged into takes part, once.
  const roles = new Map(
    participants.map(({ actorId, role, actor }) => [actor.mergedIntoId ?? actorId, role]),
  );
  return {
    participants: [...roles].map(([actorId, role]) => ({ actorId, role })),
    sources: articles.map(({ headline, sourceUrl, outlet }) => ({
      ...{ publisher: outlet?.name ?? "Outlet not known", title: headline ?? "" },
      ...{ url: sourceUrl, stateMedia: false },
    })),
    topicIds: [...topics].flatMap(([id, of]) => (2 * of.length >= articles.length ? id : [])),
    articleIds: articles.map(({ id }) => id),
  };
}
