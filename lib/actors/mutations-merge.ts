import { ACTORS_LOCK, addNamesAndOffices, requireActor } from "#lib/actors/mutations.ts";
import { actorMergeSchema, type ActorFields, type ActorMerge } from "#lib/actors/schema.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import { requireMergeRecord } from "#lib/db/merge-record.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { moveSpeaker, returnSpeaker } from "#lib/statements/mutations-merge.ts";

type Pair = { id: string; into: string };
type SharedMention = ActorMerge["sharedMentions"][number];
type SharedEvent = ActorMerge["sharedEvents"][number];
type Office = ActorFields["offices"][number];

/**
 * Makes one of two actors of a kind: mentions and events of `id` become those of `into`, which
 * gains the other's names and offices; the address of `id` leads there. The audit entry keeps what
 * was moved, for `undoActorMerge`. Throws `AppError` "not_found", "conflict" where either is merged
 * away already, "invalid_input" for an actor and itself or two of different kinds.
 */
export function mergeActor({ id, into }: Pair, by: Actor): Promise<void> {
  return writeWithAudit(by, async (tx, record) => {
    if (id === into) throw new AppError("invalid_input", "These two are one already.");
    await holdLock(tx, ACTORS_LOCK);
    const merged = await requireActor(tx, id);
    const remaining = await requireActor(tx, into);
    if (merged.kind !== remaining.kind) {
      const message = `A ${merged.kind} cannot be merged into a ${remaining.kind}.`;
      throw new AppError("invalid_input", message, { details: { fields: { into: message } } });
    }
    const details: ActorMerge = {
      into,
      ...(await moveMentions(tx, { id, into })),
      ...(await moveEvents(tx, { id, into })),
      ...(await lendNamesAndOffices(tx, into, merged, remaining)),
      mergedBefore: await moveMergedBefore(tx, { id, into }),
      movedStatements: await moveSpeaker(tx, { id, into }),
    };
    await tx.actor.update({ where: { id }, data: { mergedIntoId: into } });
    record({ action: "actor.merge", subject: "actor", subjectId: id, details });
  });
}

async function moveMentions(tx: Transaction, { id, into }: Pair) {
  const moved = await tx.$queryRaw<{ articleId: string; startsAt: number }[]>`
    UPDATE mentions SET actor_id = ${into}
    WHERE actor_id = ${id} AND (article_id, starts_at) NOT IN
      (SELECT article_id, starts_at FROM mentions WHERE actor_id = ${into})
    RETURNING article_id AS "articleId", starts_at AS "startsAt"`;
  const sharedMentions = await tx.$queryRaw<SharedMention[]>`
    DELETE FROM mentions WHERE actor_id = ${id}
    RETURNING article_id AS "articleId", starts_at AS "startsAt", ends_at AS "endsAt", status::text`;
  const movedMentions: ActorMerge["movedMentions"] = {};
  for (const { articleId, startsAt } of moved) (movedMentions[articleId] ??= []).push(startsAt);
  return { movedMentions, sharedMentions };
}

async function moveEvents(tx: Transaction, { id, into }: Pair) {
  const moved = await tx.$queryRaw<{ eventId: string }[]>`
    UPDATE event_participants SET actor_id = ${into}
    WHERE actor_id = ${id} AND event_id NOT IN
      (SELECT event_id FROM event_participants WHERE actor_id = ${into})
    RETURNING event_id AS "eventId"`;
  const sharedEvents = await tx.$queryRaw<SharedEvent[]>`
    DELETE FROM event_participants WHERE actor_id = ${id}
    RETURNING event_id AS "eventId", position, role`;
  return { movedEvents: moved.map(({ eventId }) => eventId), sharedEvents };
}

/** Copies what the other lacks. The merged actor keeps its own, unseen, for the way back. */
async function lendNamesAndOffices(
  tx: Transaction,
  into: string,
  merged: ActorFields,
  remaining: ActorFields,
) {
  const names = new Set([remaining.name, ...remaining.aliases]);
  const lent = new Set([merged.name, ...merged.aliases]);
  const addedAliases = [...lent].filter((name) => !names.has(name));
  const held = new Set(remaining.offices.map((office) => officeKey(office)));
  const addedOffices = merged.offices.filter((office) => !held.has(officeKey(office)));
  await addNamesAndOffices(tx, into, { aliases: addedAliases, offices: addedOffices });
  return { addedAliases, addedOffices };
}

function officeKey({ title, heldFrom, heldTo }: Office): string {
  return JSON.stringify([title.toLowerCase(), heldFrom, heldTo]);
}

/** Addresses that led to the merged actor lead straight to the other. */
async function moveMergedBefore(tx: Transaction, { id, into }: Pair): Promise<string[]> {
  const before = await tx.actor.updateManyAndReturn({
    where: { mergedIntoId: id },
    data: { mergedIntoId: into },
    select: { id: true },
  });
  return before.map((actor) => actor.id);
}

/**
 * Parts two actors again: everything that the merge moved and that is still where it put it goes
 * back; what was added since stays with the other. Throws `AppError` "not_found", and as
 * `requireMergeRecord` does.
 */
export function undoActorMerge(id: string, by: Actor): Promise<void> {
  return writeWithAudit(by, async (tx, record) => {
    await holdLock(tx, ACTORS_LOCK);
    const actor = await tx.actor.findUnique({ where: { id }, select: { mergedIntoId: true } });
    if (!actor) throw new AppError("not_found", "The archive knows nobody of this id.");
    const merged = { subject: "actor", id, intoId: actor.mergedIntoId };
    const merge = await requireMergeRecord(tx, merged, actorMergeSchema);
    await tx.actor.update({ where: { id }, data: { mergedIntoId: null } });
    await returnMentions(tx, id, merge);
    await returnEvents(tx, id, merge);
    await returnSpeaker(tx, { id, into: merge.into }, merge.movedStatements);
    await takeBackNamesAndOffices(tx, merge);
    await tx.actor.updateMany({
      where: { id: { in: merge.mergedBefore }, mergedIntoId: merge.into },
      data: { mergedIntoId: id },
    });
    const details = { from: merge.into };
    record({ action: "actor.undo_merge", subject: "actor", subjectId: id, details });
  });
}

async function returnMentions(tx: Transaction, actorId: string, merge: ActorMerge): Promise<void> {
  const places = Object.entries(merge.movedMentions).flatMap(([articleId, starts]) =>
    starts.map((start) => ({ articleId, start })),
  );
  await tx.$executeRaw`
    UPDATE mentions SET actor_id = ${actorId}
    FROM unnest(
      ${places.map(({ articleId }) => articleId)}::uuid[], ${places.map(({ start }) => start)}::int[]
    ) AS moved (article_id, starts_at)
    WHERE mentions.actor_id = ${merge.into}
      AND mentions.article_id = moved.article_id AND mentions.starts_at = moved.starts_at
      AND NOT EXISTS (
        SELECT FROM mentions AS own WHERE own.actor_id = ${actorId}
          AND own.article_id = moved.article_id AND own.starts_at = moved.starts_at
      )`;
  // A text that was changed since may no longer name anybody there.
  const still = await tx.mention.findMany({
    where: {
      actorId: merge.into,
      articleId: { in: merge.sharedMentions.map(({ articleId }) => articleId) },
    },
    select: { articleId: true, startsAt: true, endsAt: true },
  });
  const isStill = new Set(still.map((mention) => placeKey(mention)));
  const data = merge.sharedMentions
    .filter((mention) => isStill.has(placeKey(mention)))
    .map((mention) => ({ ...mention, actorId }));
  await tx.mention.createMany({ data, skipDuplicates: true });
}

function placeKey(place: { articleId: string; startsAt: number; endsAt: number }): string {
  return `${place.articleId} ${place.startsAt} ${place.endsAt}`;
}

async function returnEvents(tx: Transaction, actorId: string, merge: ActorMerge): Promise<void> {
  await tx.$executeRaw`
    UPDATE event_participants SET actor_id = ${actorId}
    WHERE actor_id = ${merge.into} AND event_id = ANY(${merge.movedEvents}::text[])
      AND event_id NOT IN (SELECT event_id FROM event_participants WHERE actor_id = ${actorId})`;
  const ids = merge.sharedEvents.map(({ eventId }) => eventId);
  const left = await tx.event.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const isLeft = new Set(left.map((event) => event.id));
  const data = merge.sharedEvents
    .filter(({ eventId }) => isLeft.has(eventId))
    .map((shared) => ({ ...shared, actorId }));
  await tx.eventParticipant.createMany({ data, skipDuplicates: true });
}

async function takeBackNamesAndOffices(tx: Transaction, merge: ActorMerge): Promise<void> {
  const actorId = merge.into;
  await tx.actorAlias.deleteMany({ where: { actorId, alias: { in: merge.addedAliases } } });
  for (const { title, heldFrom, heldTo } of merge.addedOffices) {
    await tx.office.deleteMany({
      where: {
        actorId,
        title,
        heldFrom: heldFrom && toDateColumn(heldFrom),
        heldTo: heldTo && toDateColumn(heldTo),
      },
    });
  }
}
