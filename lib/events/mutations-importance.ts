import { database } from "#lib/db/client.ts";
import { announceContentChange } from "#lib/db/content-version.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { readWeighed } from "#lib/events/data-importance.ts";
import { importanceOf } from "#lib/events/importance.ts";

/** Of the oldest so many marks, the events are weighed in one transaction. */
const MARKS_AT_ONCE = 2_000;
const TIMEOUT_MS = 60_000;

/** True where something has changed that an event's importance rests on. */
export async function isWeighingDue(): Promise<boolean> {
  return (await database.eventToWeigh.findFirst({ select: { id: true } })) !== null;
}

/**
 * Computes anew the importance of the events that triggers have marked, and returns how many it
 * looked at. What is marked meanwhile stays marked. It is derived from the archive and in no audit.
 */
export async function weighMarkedEvents(signal?: AbortSignal): Promise<number> {
  let weighed = 0;
  while (!signal?.aborted) {
    const count = await database.$transaction(weighSome, { timeout: TIMEOUT_MS });
    if (count === 0) break;
    weighed += count;
  }
  return weighed;
}

/** Marks every event, so that also what no trigger tells of, such as an outlet's new name, counts. */
export async function markAllEvents(): Promise<void> {
  await database.$executeRaw`INSERT INTO events_to_weigh (event_id) SELECT id FROM events`;
}

/** The events that the oldest marks are of, with all their marks; 0 where none is marked. */
async function weighSome(tx: Transaction): Promise<number> {
  const marks = await tx.$queryRaw<{ eventId: string }[]>`
    DELETE FROM events_to_weigh USING (
      SELECT DISTINCT event_id FROM (
        SELECT event_id FROM events_to_weigh ORDER BY id LIMIT ${MARKS_AT_ONCE}) oldest
    ) chosen
    WHERE events_to_weigh.event_id = chosen.event_id
    RETURNING events_to_weigh.event_id AS "eventId"`;
  const ids = [...new Set(marks.map(({ eventId }) => eventId))];
  if (ids.length === 0) return 0;
  const weighed = await readWeighed(ids, tx);
  const known = await tx.event.findMany({
    where: { id: { in: ids } },
    select: { id: true, importance: true },
  });
  const scores = known.flatMap(({ id, importance }) => {
    const event = weighed.get(id);
    const score = event ? importanceOf(event).score : importance;
    return score === importance ? [] : [{ id, score }];
  });
  if (scores.length > 0) {
    await tx.$executeRaw`
      UPDATE events SET importance = given.score
      FROM unnest(${scores.map(({ id }) => id)}::text[], ${scores.map(({ score }) => score)}::int[])
        AS given (id, score)
      WHERE events.id = given.id`;
    announceContentChange();
  }
  return ids.length;
}
