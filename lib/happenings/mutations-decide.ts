/** What an editor makes of a suggestion: an event, a part of one that is there, or nothing. */
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import {
  createEvent,
  linkArticles,
  takeBackEvent,
  unlinkArticles,
} from "#lib/events/mutations-create.ts";
import { readEventParts } from "#lib/happenings/data-event-parts.ts";
import { entryOf } from "#lib/happenings/mutations-group.ts";
import { decide, hold, holdOpen } from "#lib/happenings/mutations-hold.ts";
import { undoMerge } from "#lib/happenings/mutations-merge.ts";
import type { Acceptance, Seen } from "#lib/happenings/schema.ts";

/**
 * Makes an event of a suggestion, with its participants, articles and these as sources. Returns its
 * id. Throws `AppError` "not_found"; "conflict" where the suggestion has changed since it was seen.
 */
export async function acceptSuggestion(
  { suggestionId, version, ...fields }: Acceptance,
  actor: Actor,
): Promise<string> {
  return await writeWithAudit(actor, async (tx, record) => {
    await holdOpen(tx, { suggestionId, version });
    const parts = await readEventParts(tx, suggestionId);
    const eventId = await createEvent(tx, { ...fields, ...parts });
    const { articleIds } = parts;
    await decide(tx, suggestionId, actor, {
      ...{ state: "accepted", eventId, addedByDecision: [...articleIds] },
    });
    record(entryOf("accept", suggestionId, { event: eventId, articles: [...articleIds] }));
    record({ action: "event.create", subject: "event", subjectId: eventId });
    return eventId;
  });
}

/** Links a suggestion's articles to an event. Throws as `acceptSuggestion`. */
export async function linkSuggestion(
  { suggestionId, version, eventId }: Seen & { eventId: string },
  actor: Actor,
): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    await holdOpen(tx, { suggestionId, version });
    if ((await tx.event.count({ where: { id: eventId } })) === 0)
      throw new AppError("not_found", "There is no such event. Choose one from the list.");
    const { articleIds } = await readEventParts(tx, suggestionId);
    const added = await linkArticles(tx, eventId, articleIds, actor);
    await decide(tx, suggestionId, actor, { state: "linked", eventId, addedByDecision: added });
    record(entryOf("link", suggestionId, { event: eventId, articles: added }));
    record({
      ...{ action: "event.link", subject: "event", subjectId: eventId },
      details: { articles: added },
    });
  });
}

/** Says that a suggestion is no event; it is made again only of new articles. Throws as above. */
export async function rejectSuggestion(seen: Seen, actor: Actor): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    await holdOpen(tx, seen);
    await decide(tx, seen.suggestionId, actor, { state: "rejected" });
    record(entryOf("reject", seen.suggestionId));
  });
}

/**
 * Opens a decided suggestion again, and takes back what the decision did. Throws `AppError`
 * "not_found", and "conflict" where what it did has been worked on since.
 */
export async function undoSuggestion(seen: Seen, actor: Actor): Promise<void> {
  const { suggestionId } = seen;
  await writeWithAudit(actor, async (tx, record) => {
    const { state, eventId, addedByDecision, mergedIntoId } = await hold(tx, seen);
    if (state === "open") return;
    if (state === "accepted" && eventId !== null) await takeBackEvent(tx, eventId, addedByDecision);
    if (state === "linked" && eventId !== null)
      await unlinkArticles(tx, eventId, addedByDecision, actor);
    await decide(tx, suggestionId, null, {
      ...{ state: "open", eventId: null, addedByDecision: [], mergedIntoId: null },
    });
    if (mergedIntoId !== null) await undoMerge(tx, suggestionId, mergedIntoId);
    record(entryOf("undo", suggestionId, { undone: state, event: eventId }));
  });
}
