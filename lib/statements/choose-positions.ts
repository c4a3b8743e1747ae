/** So many stand in the table where the reader chose none: what is read without scrolling. */
const DEFAULT_TOPICS = 8;
const DEFAULT_ACTORS = 4;

/** How many statements an actor made on a topic. */
export type PairCount = { topicId: string; actorId: string; count: number };
export type Chosen = { topicIds: readonly string[]; actorIds: readonly string[] };

/**
 * The topics and actors of the table: those that were chosen, and in place of none those with the
 * most statements, topics among what the actors said and actors among who spoke on the topics.
 */
export function choosePositions(
  counts: readonly PairCount[],
  chosen: Chosen,
): { topicIds: string[]; actorIds: string[] } {
  const topical = chosen.topicIds.length === 0 ? counts : onlyTopics(counts, chosen.topicIds);
  const actorIds =
    chosen.actorIds.length > 0
      ? [...chosen.actorIds]
      : mostOf(topical, "actorId", DEFAULT_ACTORS).map(({ id }) => id);
  const theirs = counts.filter(({ actorId }) => actorIds.includes(actorId));
  const topicIds =
    chosen.topicIds.length > 0
      ? [...chosen.topicIds]
      : mostOf(theirs, "topicId", DEFAULT_TOPICS).map(({ id }) => id);
  return { topicIds, actorIds };
}

/** The ids with the most statements, most first; those with as many by id. */
export function mostOf(
  counts: readonly PairCount[],
  by: "topicId" | "actorId",
  limit: number,
): { id: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const pair of counts) sums.set(pair[by], (sums.get(pair[by]) ?? 0) + pair.count);
  return [...sums]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function onlyTopics(counts: readonly PairCount[], ids: readonly string[]): PairCount[] {
  return counts.filter(({ topicId }) => ids.includes(topicId));
}
