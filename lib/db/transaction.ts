import { database } from "#lib/db/client.ts";
import { announceContentChange } from "#lib/db/content-version.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import { Prisma } from "#lib/db/generated/client.ts";

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
const MAX_ATTEMPTS = 4;
/** What PostgreSQL calls a deadlock and a serialisation failure. */
const CONFLICT_STATES = /\b(?:40P01|40001)\b/;

/**
 * Runs `write` in one transaction together with the audit entries it hands to `record`, so that
 * nothing is done without a trace and nothing is traced that was not done. Pages kept in memory
 * by this process are dropped before the promise settles; other processes hear of the change
 * from the database. Two who edit what resembles each other can stand in each other's way; the
 * database then undoes one of them whole, and `write` is called once more.
 */
export async function writeWithAudit<T>(
  actor: Actor,
  write: (tx: Transaction, record: (entry: AuditRecord) => void) => Promise<T>,
  { timeoutMs = TRANSACTION_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  const attempt = () =>
    database.$transaction(
      async (tx) => {
        const entries: AuditRecord[] = [];
        const value = await write(tx, (entry) => entries.push(entry));
        await insertAudit(tx, entries, actor);
        return value;
      },
      { timeout: timeoutMs, maxWait: TRANSACTION_TIMEOUT_MS },
    );
  const result = await withRetries(attempt);
  announceContentChange();
  return result;
}

async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (made === MAX_ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && CONFLICT_STATES.test(error.message));
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
