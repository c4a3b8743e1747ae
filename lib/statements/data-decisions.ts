import { database } from "#lib/db/client.ts";
import { statementChangesSchema } from "#lib/statements/schema-review.ts";
import { DECISION_ACTIONS, type LastDecision } from "#lib/statements/types-review.ts";
import { UNDO_ACTION } from "#lib/statements/mutations-undo.ts";

/** So long a person may want back what they did last; older decisions are opened and changed. */
const UNDO_OFFERED_MS = 24 * 60 * 60_000;
/** Of a person's entries so many are read, back from the last, to find one that is not undone. */
const ENTRIES_READ = 100;

/** What a person decided last, of the past day, and has not undone; null where there is nothing. */
export async function getLastDecision(userId: string): Promise<LastDecision | null> {
  const entries = await database.auditEntry.findMany({
    where: {
      ...{ userId, subject: "statement", action: { in: [...DECISION_ACTIONS, UNDO_ACTION] } },
      at: { gte: new Date(Date.now() - UNDO_OFFERED_MS) },
    },
    orderBy: { id: "desc" },
    take: ENTRIES_READ,
    select: { id: true, action: true, at: true, subjectId: true, details: true },
  });
  const undone = new Set(
    entries
      .filter(({ action }) => action === UNDO_ACTION)
      .map(({ details }) => (details as { entry?: unknown }).entry),
  );
  for (const { id, action, at, subjectId, details } of entries) {
    const decided = DECISION_ACTIONS.find((name) => name === action);
    const read = statementChangesSchema.safeParse(details);
    if (!decided || !read.success || undone.has(String(id))) continue;
    const statement = await database.statement.findUnique({
      where: { id: subjectId },
      select: { words: true },
    });
    if (!statement) continue;
    const count = read.data.changes.length;
    return { id: String(id), action: decided, at, statementId: subjectId, ...statement, count };
  }
  return null;
}
