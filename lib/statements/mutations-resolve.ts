/** What a person typed of a statement, as the archive keeps it, inside a caller's transaction. */
import { findActorsCalled } from "#lib/actors/data-names.ts";
import { ACTORS_LOCK, insertActor } from "#lib/actors/mutations.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import type { AuditRecord, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { readSaidOn } from "#lib/statements/said-on.ts";
import type { StatementValues } from "#lib/statements/schema-review.ts";

type Record = (entry: AuditRecord) => void;
type Naming = Pick<StatementValues, "speaker" | "addAs" | "speakerText"> & {
  /** Of several who are called so, the one that was shown is meant. */
  shownSpeaker?: string | null;
};

/**
 * Id of the actor who is called so, added where the person says as what; null where none was named.
 * Throws `AppError` "invalid_input" for a name of nobody or of several.
 */
export async function resolveSpeaker(
  tx: Transaction,
  { speaker, addAs, speakerText, shownSpeaker }: Naming,
  record: Record,
): Promise<string | null> {
  if (!speaker) return null;
  // Two who add the same name at once are to make one of it.
  if (addAs) await holdLock(tx, ACTORS_LOCK);
  const called = await findActorsCalled(speaker, tx);
  const shown = called.find(({ id }) => id === shownSpeaker);
  if (shown) return shown.id;
  const [found, ...others] = called;
  if (found && others.length === 0) return found.id;
  if (found) {
    const ids = [found, ...others].map(({ id }) => id).join(", ");
    throw fieldError("speaker", `Several are called so. Give the id of one of them: ${ids}.`);
  }
  if (!addAs) {
    const advice = "Choose from the list, or say below as what to add the name.";
    throw fieldError("speaker", `The archive knows nobody called “${speaker}”. ${advice}`);
  }
  const description = speakerText === speaker ? null : speakerText;
  const unknown = { country: null, wikidataId: null, aliases: [], offices: [] };
  return await insertActor(tx, { kind: addAs, name: speaker, description, ...unknown }, record);
}

/**
 * EDTF of a date as a person wrote it; relative words count from the day of publication, or else
 * from `today`. Throws `AppError` "invalid_input" where it cannot be read.
 */
export function resolveSaidOn(text: string | null, day: string): string | null {
  const edtf = text && readSaidOn(text, day);
  if (edtf || !text) return edtf || null;
  throw fieldError("saidOn", "This is not a date, month or year. Write it like 27 February 2025.");
}

/** The archive's topics among these. Throws `AppError` "invalid_input" where one is none. */
export async function requireTopics(tx: Transaction, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const known = await tx.topic.count({ where: { id: { in: wanted }, mergedIntoId: null } });
  if (known === wanted.length) return;
  throw fieldError("topics", "One of these topics is gone. Please look at them again.");
}

/** An error of one field of a form. */
export function fieldError(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { details: { fields: { [field]: message } } });
}
