/** For how long what was removed can be taken back. */
import type { Actor } from "#lib/db/transaction.ts";

export const KEPT_AFTER_REMOVAL_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** Who acts where the archive does something of its own accord. */
export const SYSTEM: Actor = { userId: null, agent: "system" };

/** What was removed before this moment is `olderThanDays` old and ends for good. */
export function endOfKeeping(olderThanDays: number): Date {
  return new Date(Date.now() - olderThanDays * MS_PER_DAY);
}
