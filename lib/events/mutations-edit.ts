import { holdLock } from "#lib/db/advisory-lock.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { differingFields, mergeStates } from "#lib/events/compare-states.ts";
import { getEventRevision } from "#lib/events/data-state.ts";
import {
  columnsOf,
  holdEvent,
  keepRevision,
  resolveFields,
  stillThere,
  writeParts,
  writeState,
} from "#lib/events/mutations-save.ts";
import type { EventFields } from "#lib/events/schema-editing.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

/** Held by whoever gives an event its id. */
const EVENT_IDS_LOCK = "event-ids";

/** Adds an event and returns its id, made from title and month. Throws `AppError` as `resolveFields`. */
export function addEvent(given: EventFields, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, EVENT_IDS_LOCK);
    const fields = await resolveFields(tx, null, given);
    const columns = columnsOf(fields);
    const month = columns.startsOn.toISOString().slice(0, 7);
    const slug = `${toSlug(fields.title, "event")}-${month}`;
    const startsSo = { where: { id: { startsWith: slug } }, select: { id: true } };
    // One in the bin keeps its id: it may come back.
    const taken = [
      ...(await tx.event.findMany(startsSo)),
      ...(await tx.deletedEvent.findMany(startsSo)),
    ].map((each) => each.id);
    const id = firstFreeSlug(slug, (candidate) => taken.includes(candidate));
    await tx.event.create({ data: { id, ...columns } });
    const state = { ...fields, articles: [] };
    await writeParts(tx, id, state);
    await keepRevision(tx, { id, number: 1, state, note: null, savedById: actor.userId });
    record({
      action: "event.add",
      subject: "event",
      subjectId: id,
      details: { title: fields.title },
    });
    return id;
  });
}

/**
 * Saves an event's fields over the version that the edit started from, and returns the new version.
 * What others changed since, and this edit did not, stays theirs. Throws `AppError` "conflict" where
 * both changed a field, "not_found" where there is no event, and as `resolveFields`.
 */
export function editEvent(
  id: string,
  given: EventFields,
  baseVersion: number,
  actor: Actor,
): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const state = await holdEvent(tx, id);
    const mine = await resolveFields(tx, id, given);
    const { articles, ...theirs } = state.fields;
    let fields: EventFields | null = mine;
    if (state.version !== baseVersion) {
      const base = await getEventRevision(id, baseVersion, tx);
      fields = base && mergeStates(base, theirs, mine);
    }
    if (!fields) {
      throw new AppError(
        "conflict",
        "Somebody has saved this event since. Nothing was saved; please choose what to keep.",
      );
    }
    const changed = differingFields(theirs, fields);
    if (changed.length === 0) return state.version;
    const after = { ...fields, articles };
    const version = await writeState(tx, id, state, after, { note: null, actor });
    const details = { changed, version };
    record({ action: "event.edit", subject: "event", subjectId: id, details });
    return version;
  });
}

/**
 * Links an article with an event, or parts them; does nothing where that is so already. Throws
 * `AppError` "not_found" where there is no such event, or no such article outside the bin.
 */
export function setArticleLink(
  { eventId, articleId, isLinked }: { eventId: string; articleId: string; isLinked: boolean },
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const state = await holdEvent(tx, eventId);
    if (state.fields.articles.includes(articleId) === isLinked) return;
    const article = await tx.article.findUnique({
      where: { id: articleId, ...(isLinked && { deletedAt: null, mergedIntoId: null }) },
      select: { headline: true },
    });
    if (!article) throw new AppError("not_found", "There is no such article.");
    const others = state.fields.articles.filter((each) => each !== articleId);
    const after = {
      ...state.fields,
      articles: isLinked ? [...others, articleId].sort() : others,
    };
    const verb = isLinked ? "Linked" : "Unlinked";
    const note = `${verb} “${article.headline ?? "an article without a headline"}”`;
    await writeState(tx, eventId, state, after, { note, actor });
    const action = isLinked ? "event.link" : "event.unlink";
    record({ action, subject: "event", subjectId: eventId, details: { articleId } });
  });
}

/**
 * Makes a saved state of an event the present one again, as a new version, so that this can be undone
 * too. What is gone meanwhile stays gone. Throws `AppError` "not_found".
 */
export function restoreEventState(id: string, number: number, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const state = await holdEvent(tx, id);
    const kept = await getEventRevision(id, number, tx);
    if (!kept) throw new AppError("not_found", "This state was not kept.");
    const after = await stillThere(tx, kept);
    await writeState(tx, id, state, after, { note: `As in version ${number}`, actor });
    record({ action: "event.restore_state", subject: "event", subjectId: id, details: { number } });
  });
}
