import { addAlias } from "#lib/actors/mutations.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { resolveSpeaker } from "#lib/statements/mutations-resolve.ts";
import type { SpeakerNaming } from "#lib/statements/schema-unknown.ts";

/**
 * Gives the open statements of a speaker whom the archive did not know to somebody it knows, or to
 * whom the person adds; they stay open, since who speaks is not all that is to be decided about them.
 * Throws `AppError` "invalid_input" for a name of nobody or of several, "conflict" where no statement
 * is left.
 */
export function nameSpeaker(
  { speakerText, speaker, addAs, isRemembered }: SpeakerNaming,
  by: Actor,
): Promise<{ actorId: string; count: number }> {
  return writeWithAudit(by, async (tx, record) => {
    const actorId = (await resolveSpeaker(tx, { speaker, addAs, speakerText }, record)) as string;
    if (isRemembered) await addAlias(tx, actorId, speakerText, record);
    // In one order for everyone, so that no edit and no re-run meets them half-way.
    await tx.$queryRaw`
      SELECT id FROM articles WHERE deleted_at IS NULL AND merged_into_id IS NULL AND id IN (
        SELECT article_id FROM statements
        WHERE status = 'suggested' AND lower(speaker_text) = lower(${speakerText}))
      ORDER BY id FOR NO KEY UPDATE`;
    const count = await tx.$executeRaw`
      UPDATE statements s SET speaker_id = ${actorId} FROM articles a
      WHERE a.id = s.article_id AND a.deleted_at IS NULL AND a.merged_into_id IS NULL
        AND s.status = 'suggested' AND s.speaker_id IS NULL AND NOT s.is_anonymous
        AND lower(s.speaker_text) = lower(${speakerText})`;
    if (count === 0) {
      throw new AppError(
        "conflict",
        "Others have decided about all statements of this speaker. Nothing was changed.",
      );
    }
    const details = { speakerText, statements: count };
    record({ action: "statement.name_speaker", subject: "actor", subjectId: actorId, details });
    return { actorId, count };
  });
}
