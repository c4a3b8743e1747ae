import { addAlias } from "#lib/actors/mutations.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { findStatementsOf } from "#lib/statements/data-unknown.ts";
import { isNameOfOne } from "#lib/statements/likes.ts";
import { fieldError, resolveSpeaker } from "#lib/statements/mutations-resolve.ts";
import { holdStatements, writeState } from "#lib/statements/mutations-state.ts";
import { MAX_NAMED, type SpeakerNaming } from "#lib/statements/schema-unknown.ts";
import type { StatementChange } from "#lib/statements/schema-review.ts";

/**
 * Gives the open statements of a speaker whom articles name and the archive did not know, at most
 * `MAX_NAMED`, to somebody it knows or to whom the person adds, and remembers the name, so that a
 * re-reading finds the same. They stay open, since who speaks is not all that is to be decided. Undone
 * as any decision about statements; the name stays, and is taken off on the page of whoever bears it. Throws `AppError` "invalid_input" for a name of nobody or of
 * several and where the speaker is only described, "conflict" where no statement is left.
 */
export function nameSpeaker(
  { speakerText, speaker, addAs }: SpeakerNaming,
  by: Actor,
): Promise<{ actorId: string; statementId: string; count: number }> {
  return writeWithAudit(by, async (tx, record) => {
    if (!isNameOfOne(speakerText)) {
      throw fieldError("speaker", "This is no name: it may be somebody else in each article.");
    }
    const actorId = await resolveSpeaker(tx, { speaker, addAs, speakerText }, record);
    if (!actorId) throw fieldError("speaker", "Please say who it is.");
    await addAlias(tx, actorId, speakerText, record);
    const held = await holdStatements(tx, await findStatementsOf(speakerText, MAX_NAMED, tx));
    const changes: StatementChange[] = [];
    for (const statement of held.values()) {
      const { id, state: before } = statement;
      // As it is now that it is held.
      if (before.status !== "suggested" || before.speakerId || before.isAnonymous) continue;
      const after = { ...before, speakerId: actorId };
      await writeState(tx, statement, after);
      changes.push({ id, before, after });
    }
    const [first] = changes;
    if (!first) {
      throw new AppError(
        "conflict",
        "Others have decided about all statements of this speaker. Nothing was changed.",
      );
    }
    const entry = { action: "statement.name_speaker", subject: "statement", subjectId: first.id };
    record({ ...entry, details: { speakerText, speakerId: actorId, changes } });
    return { actorId, statementId: first.id, count: changes.length };
  });
}
