import type { Transaction } from "#lib/db/transaction.ts";

/**
 * Lets one transaction at a time past this line, until it ends, among those that name the same
 * lock. For rare writes whose rules span many rows; other reads and writes do not wait.
 */
export async function holdLock(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
