import type { z } from "zod";
import type { Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/** Design, rule 6: nothing is done for good without a way back for so long. */
export const MERGE_UNDO_DAYS = 30;

const DAY_MS = 24 * 60 * 60_000;

/** True while a merge made at this moment can be undone. */
export function isUndoable(mergedAt: Date, now: Date): boolean {
  return now.getTime() - mergedAt.getTime() < MERGE_UNDO_DAYS * DAY_MS;
}

type Merged = { subject: string; id: string; intoId: string | null };

/**
 * What the merge of this thing moved, from its audit entry, for undoing it. Throws `AppError`
 * "conflict" where it is not merged, was merged too long ago, or what it was merged into has been
 * merged on since, which has to be undone first.
 */
export async function requireMergeRecord<T extends z.ZodType<{ into: string }>>(
  tx: Transaction,
  { subject, id, intoId }: Merged,
  schema: T,
): Promise<z.output<T>> {
  if (!intoId) throw new AppError("conflict", "It is not merged into anything.");
  const entry = await tx.auditEntry.findFirst({
    where: { action: `${subject}.merge`, subject, subjectId: id },
    orderBy: { id: "desc" },
    select: { at: true, details: true },
  });
  if (!entry || !isUndoable(entry.at, new Date())) {
    throw new AppError("conflict", `A merge can be undone for ${MERGE_UNDO_DAYS} days, not later.`);
  }
  const record = schema.parse(entry.details);
  if (record.into !== intoId) {
    throw new AppError(
      "conflict",
      `What it was merged into has been merged on into ${intoId}. Undo that first.`,
    );
  }
  return record;
}
