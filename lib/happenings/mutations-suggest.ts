import type { Actor } from "#lib/db/transaction.ts";
import { newestDoc, type Cursor } from "#lib/happenings/data-pending.ts";
import { groupNext, setGroupedUntil } from "#lib/happenings/mutations-group.ts";
import type { GroupingCounts } from "#lib/happenings/types.ts";

/** Told how many articles more were looked at. */
type OnArticles = (count: number) => void;

/**
 * Looks through all public articles that are new or have changed for happenings that are no events
 * yet, until there are no more or `signal` is aborted. What was looked at is not looked at again, so
 * that it can be called as often as is liked, by several at once.
 */
export async function suggestEvents(
  actor: Actor,
  signal: AbortSignal,
  onArticles: OnArticles = () => undefined,
): Promise<GroupingCounts> {
  const total = { articles: 0, found: 0, grown: 0, reopened: 0 };
  const newest = await newestDoc();
  for (let cursor: Cursor | null = null; !signal.aborted;) {
    const step = await groupNext(cursor, actor);
    for (const name of ["articles", "found", "grown", "reopened"] as const)
      total[name] += step[name];
    onArticles(step.articles);
    cursor = step.cursor;
    if (!cursor) {
      await setGroupedUntil(newest);
      break;
    }
  }
  return total;
}
