import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS, SYSTEM } from "#lib/db/kept-removed.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { holdEvent } from "#lib/events/mutations-save.ts";

/**
 * Puts an event into the bin with all that goes with it. It is no row of `events` there, so that no
 * read can show it (docs/decisions/0037). Throws `AppError` "not_found".
 */
export async function deleteEvent(id: string, actor: Actor): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { fields } = await holdEvent(tx, id);
    await tx.$executeRaw`
      INSERT INTO deleted_events (id, title, date, rows, deleted_by_id)
      SELECT id, title, date, rows_of_event(id), ${actor.userId}::uuid FROM events WHERE id = ${id}`;
    await tx.event.delete({ where: { id }, select: { id: true } });
    record({
      action: "event.delete",
      subject: "event",
      subjectId: id,
      details: { title: fields.title },
    });
  });
}

/**
 * Takes an event out of the bin as it was. Links to what is gone meanwhile stay out; returns how many.
 * Throws `AppError` "not_found" where it is not in the bin.
 */
export async function restoreEvent(id: string, actor: Actor): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const [row] = await tx.$queryRaw<{ lost: number }[]>`
      SELECT put_event_back(rows) AS lost FROM deleted_events WHERE id = ${id} FOR UPDATE`;
    if (!row) throw new AppError("not_found", "This event is not in the bin.");
    await tx.deletedEvent.delete({ where: { id }, select: { id: true } });
    record({ action: "event.restore", subject: "event", subjectId: id, details: { ...row } });
    return row.lost;
  });
}

/** Ends for good the events that have been in the bin longer than `olderThanDays`; returns how many. */
export async function purgeDeletedEvents(olderThanDays = KEPT_AFTER_REMOVAL_DAYS): Promise<number> {
  const where = { deletedAt: { lt: endOfKeeping(olderThanDays) } };
  const due = await database.deletedEvent.count({ where });
  if (due === 0) return 0;
  return writeWithAudit(SYSTEM, async (tx, record) => {
    const rows = await tx.deletedEvent.findMany({ where, select: { id: true } });
    await tx.deletedEvent.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    for (const { id } of rows) record({ action: "event.purge", subject: "event", subjectId: id });
    return rows.length;
  });
}
