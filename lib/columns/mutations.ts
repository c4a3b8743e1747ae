/** What is remembered of tables: which column holds what, by the names of the columns. */
import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS, SYSTEM } from "#lib/db/kept-removed.ts";
import {
  writeWithAudit,
  type Actor,
  type AuditRecord,
  type Transaction,
} from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { faultOfFields, shapeOfColumns } from "#lib/ingest/pipeline-sources.ts";
import type { ColumnField } from "#lib/ingest/types.ts";
import { toColumnText } from "#lib/text/clean.ts";

const MAX_NAME_CHARACTERS = 200;

type Remembering = { name: string; fields: ColumnField[] };

/**
 * Remembers, in a transaction, how tables with these columns are read, from now on and instead of what
 * was remembered for them before. A mapping that was removed is taken back with it.
 */
export async function rememberColumns(
  tx: Transaction,
  record: (entry: AuditRecord) => void,
  { name, fields }: Remembering,
  actor: Actor,
): Promise<void> {
  const shape = shapeOfColumns(fields.map(({ column }) => column));
  const before = await tx.columnMapping.findUnique({
    where: { shape },
    select: { name: true, fields: true, removedAt: true },
  });
  const said = { fields, savedAt: new Date(), savedById: actor.userId, removedAt: null };
  const { id } = await tx.columnMapping.upsert({
    where: { shape },
    create: { shape, name: toColumnText(name, MAX_NAME_CHARACTERS), ...said },
    update: said,
    select: { id: true },
  });
  const details = {
    fields: inWords(fields),
    ...(before && { before: inWords(before.fields as ColumnField[]) }),
  };
  record({ action: "columns.save", subject: "columns", subjectId: id, details });
}

/**
 * Changes a remembered mapping: fields for the same columns. Throws `AppError` "not_found", "conflict"
 * where it was removed, "invalid_input" where no article could be read by it.
 */
export async function editColumns(
  id: string,
  { name, fields }: Remembering,
  actor: Actor,
): Promise<void> {
  const fault = faultOfFields(fields);
  if (fault) throw new AppError("invalid_input", `${fault} Nothing was saved.`);
  const shape = shapeOfColumns(fields.map(({ column }) => column));
  await writeWithAudit(actor, async (tx, record) => {
    const before = await tx.columnMapping.findUnique({
      where: { id },
      select: { shape: true, name: true, fields: true, removedAt: true },
    });
    if (!before) throw notThere();
    if (before.removedAt) throw new AppError("conflict", "It was removed. Take it back first.");
    if (before.shape !== shape) throw new AppError("conflict", "Its columns are others by now.");
    await tx.columnMapping.update({
      where: { id },
      data: { name, fields, savedAt: new Date(), savedById: actor.userId },
      select: { id: true },
    });
    const details = {
      fields: inWords(fields),
      before: inWords(before.fields as ColumnField[]),
      ...(before.name !== name && { name, nameBefore: before.name }),
    };
    record({ action: "columns.edit", subject: "columns", subjectId: id, details });
  });
}

/** Uses a mapping no more; for 30 days it can be taken back. Throws `AppError` "conflict". */
export async function removeColumns(id: string, actor: Actor): Promise<void> {
  await setRemoved(id, new Date(), "columns.remove", actor);
}

/** Uses a removed mapping again. Throws `AppError` "conflict". */
export async function restoreColumns(id: string, actor: Actor): Promise<void> {
  await setRemoved(id, null, "columns.restore", actor);
}

/** Forgets for good what was removed longer ago than `olderThanDays`; returns how many mappings. */
export async function purgeRemovedColumns(
  olderThanDays = KEPT_AFTER_REMOVAL_DAYS,
): Promise<number> {
  const where = { removedAt: { lt: endOfKeeping(olderThanDays) } };
  const due = await database.columnMapping.findMany({ where, select: { id: true, name: true } });
  for (const { id, name } of due) {
    await writeWithAudit(SYSTEM, async (tx, record) => {
      const { count } = await tx.columnMapping.deleteMany({ where: { id, ...where } });
      const entry = { subject: "columns", subjectId: id, details: { name } };
      if (count > 0) record({ action: "columns.purge", ...entry });
    });
  }
  return due.length;
}

async function setRemoved(
  id: string,
  removedAt: Date | null,
  action: string,
  actor: Actor,
): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.columnMapping.updateMany({
      where: { id, removedAt: removedAt ? null : { not: null } },
      data: { removedAt },
    });
    if (count === 0) {
      const row = await tx.columnMapping.findUnique({ where: { id }, select: { id: true } });
      if (!row) throw notThere();
      throw new AppError(
        "conflict",
        removedAt ? "It is removed already." : "It is in use already.",
      );
    }
    record({ action, subject: "columns", subjectId: id });
  });
}

/** `headline = Titel, body = Volltext`: what the audit keeps of it. */
function inWords(fields: readonly ColumnField[]): string {
  return fields.flatMap(({ column, field }) => (field ? `${field} = ${column}` : [])).join(", ");
}

function notThere(): AppError {
  return new AppError("not_found", "There are no such remembered columns.");
}
