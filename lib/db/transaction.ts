import { database } from "#lib/db/client.ts";
import { announceContentChange } from "#lib/db/content-version.ts";
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
      await tx.auditEntry.createMany({
        data: entries.map((entry) => ({ ...entry, userId: actor.userId, agent: actor.agent })),
      });
      return value;
    },
    { timeout: timeoutMs, maxWait: TRANSACTION_TIMEOUT_MS },
  );
  announceContentChange();
  return result;
}
