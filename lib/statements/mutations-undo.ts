import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { holdStatements, writeState } from "#lib/statements/mutations-state.ts";
import { statementChangesSchema, type StatementChange } from "#lib/statements/schema-review.ts";
import { markOf } from "#lib/statements/state-mark.ts";
import { DECISION_ACTIONS } from "#lib/statements/types-review.ts";

export const UNDO_ACTION = "statement.undo";

export type Undone = {
  statementId: string;
  /** How many of the decision's statements somebody has decided about since: they stay. */
  left: number;
};

/**
 * Takes a decision back, by the id of its audit entry: its statements are what they were before; one
 * that a person had marked goes. Throws `AppError` "not_found" where it is no decision, "conflict" where
 * it is undone already or others have decided about all of its statements since.
 */
export function undoDecision(entryId: bigint, actor: Actor): Promise<Undone> {
  return writeWithAudit(actor, async (tx, record) => {
    const { subjectId, changes } = await requireDecision(tx, entryId);
    const held = await holdStatements(
      tx,
      changes.map(({ id }) => id),
    );
    // Asked when the statements are held: of two who undo it at once, the second is told.
    await requireNotUndone(tx, entryId, subjectId);
    let undone = 0;
    for (const { id, before, after } of changes) {
      const statement = held.get(id);
      if (!statement || markOf(statement.state) !== markOf(after)) continue;
      if (before) await writeState(tx, statement, before);
      else await tx.statement.delete({ where: { id }, select: { id: true } });
      undone += 1;
    }
    if (undone === 0) {
      throw new AppError(
        "conflict",
        "Someone has decided about this since, or its article was edited. Nothing was undone.",
      );
    }
    record({
      ...{ action: UNDO_ACTION, subject: "statement", subjectId },
      details: { entry: String(entryId), statements: undone },
    });
    return { statementId: subjectId, left: changes.length - undone };
  });
}

async function requireDecision(
  tx: Transaction,
  entryId: bigint,
): Promise<{ subjectId: string; changes: StatementChange[] }> {
  const entry = await tx.auditEntry.findFirst({
    where: { id: entryId, subject: "statement", action: { in: [...DECISION_ACTIONS] } },
    select: { subjectId: true, details: true },
  });
  if (!entry) throw new AppError("not_found", "There is no such decision.");
  const { subjectId, details } = entry;
  return { subjectId, changes: statementChangesSchema.parse(details).changes };
}

async function requireNotUndone(tx: Transaction, entryId: bigint, subjectId: string) {
  const undoing = await tx.auditEntry.findFirst({
    where: {
      ...{ action: UNDO_ACTION, subject: "statement", subjectId },
      details: { path: ["entry"], equals: String(entryId) },
    },
    select: { id: true },
  });
  if (undoing) throw new AppError("conflict", "This decision is undone already.");
}
