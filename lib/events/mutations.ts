import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/**
 * Records that a person checked an event against its sources, or (`to_verify`) takes that back.
 * Throws `AppError` "not_found".
 */
export async function setEventVerification(
  id: string,
  verification: "verified" | "to_verify",
  actor: Actor,
): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.event.updateMany({ where: { id }, data: { verification } });
    if (count === 0) throw new AppError("not_found", "There is no such event.");
    const action = verification === "verified" ? "event.verify" : "event.unverify";
    record({ action, subject: "event", subjectId: id });
  });
}
