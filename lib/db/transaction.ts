import { database } from "#lib/db/client.ts";
import { announceContentChange } from "#lib/db/content-version.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

export type Transaction = Prisma.TransactionClient;

/** Who acts: a user, or a named agent such as `command line`. */
export type Actor = { userId: string | null; agent: string };

export type AuditRecord = {
  /** `article.publish`, `user.disable` … */
  action: string;
  subject: string;
  subjectId: string;
  details?: Prisma.InputJsonObject;
};

const TRANSACTION_TIMEOUT_MS = 20_000;

/**
 * Runs `write` in one transaction together with the audit entries it hands to `record`, so that
 * nothing is done without a trace and nothing is traced that was not done. Pages kept in memory
 * by this process are dropped before the promise settles; other processes hear of the change
 * from the database.
 */
export async function writeWithAudit<T>(
  actor: Actor,
  write: (tx: Transaction, record: (entry: AuditRecord) => void) => Promise<T>,
  { timeoutMs = TRANSACTION_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  const result = await database.$transaction(
    async (tx) => {
      const entries: AuditRecord[] = [];
      const value = await write(tx, (entry) => entries.push(entry));
      await insertAudit(tx, entries, actor);
      return value;
    },
    { timeout: timeoutMs, maxWait: TRANSACTION_TIMEOUT_MS },
  );
  announceContentChange();
  return result;
}

async function insertAudit(tx: Transaction, entries: AuditRecord[], { userId, agent }: Actor) {
  const at = new Date().toISOString();
  await insertRows(tx, {
    table: "audit_entries",
    columns: {
      at: "timestamptz",
      user_id: "uuid",
      agent: "text",
      action: "text",
      subject: "text",
      subject_id: "text",
      details: "jsonb",
    },
    rows: entries.map(({ action, subject, subjectId, details = {} }) => {
      const what = { action, subject, subject_id: subjectId, details: JSON.stringify(details) };
      return { at, user_id: userId, agent, ...what };
    }),
  });
}
