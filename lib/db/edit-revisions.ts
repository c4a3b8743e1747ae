/** Saved states of what editors write by hand, so that a save can be taken back (docs/decisions/0039). */
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/** What was saved, as in the audit: `story` and its id. */
export type EditedSubject = { subject: string; subjectId: string };

export type EditRevision = {
  number: number;
  savedAt: Date;
  savedBy: string | null;
  /** What the save was, where it was no plain edit. */
  note: string | null;
};

type Kept = EditedSubject & { number: number; snapshot: object; note?: string };

/** Keeps the state that a save has led to. */
export async function keepRevision(
  tx: Transaction,
  { snapshot, ...revision }: Kept,
  { userId }: Actor,
): Promise<void> {
  await tx.editRevision.create({
    data: { ...revision, snapshot: snapshot as Prisma.InputJsonObject, savedById: userId },
    select: { id: true },
  });
}

/** What was saved when and by whom, newest first. */
export async function listEditRevisions(subject: EditedSubject): Promise<EditRevision[]> {
  const rows = await database.editRevision.findMany({
    where: subject,
    orderBy: { number: "desc" },
    select: { number: true, savedAt: true, note: true, savedBy: { select: { name: true } } },
  });
  return rows.map(({ savedBy, ...row }) => ({ ...row, savedBy: savedBy?.name ?? null }));
}

/** The state of a revision, for its subject's own schema. Throws `AppError` "not_found". */
export async function requireRevision(
  tx: Transaction,
  { subject, subjectId }: EditedSubject,
  number: number,
): Promise<unknown> {
  const row = await tx.editRevision.findUnique({
    where: { subject_subjectId_number: { subject, subjectId, number } },
    select: { snapshot: true },
  });
  if (!row) throw new AppError("not_found", "There is no such revision.");
  return row.snapshot;
}

/**
 * The "conflict" of somebody who began with another version than the one that is there now: says who
 * saved that one; `details` hold its number.
 */
export async function editedMeanwhile(
  tx: Transaction,
  { subject, subjectId }: EditedSubject,
): Promise<AppError> {
  const latest = await tx.editRevision.findFirst({
    where: { subject, subjectId },
    orderBy: { number: "desc" },
    select: { number: true, savedBy: { select: { name: true } } },
  });
  const who = latest?.savedBy?.name ?? "Somebody";
  return new AppError(
    "conflict",
    `${who} saved this while you were editing it. Yours is below, whole, and not saved yet.`,
    { details: { version: latest?.number ?? 0, savedBy: who } },
  );
}
