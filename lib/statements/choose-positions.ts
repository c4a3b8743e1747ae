import type { ActorRef } from "#lib/actors/types.ts";
import type { PositionsQuery } from "#lib/statements/positions-query.ts";
import type { PositionColumn } from "#lib/statements/types-positions.ts";

/** So many stand in the table where the reader chose none: what is read without scrolling far. */
const DEFAULT_TOPICS = 8;
const DEFAULT_ACTORS = 4;

/** How many statements an actor made on a topic. */
export type PairCount = { topicId: string; actorId: string; count: number };

/** Ids as chosen, all of them known; `besideId`: the actor that one other is compared with. */
export type Chosen = {
  topicIds: readonly string[];
  actorIds: readonly string[];
  besideId: string | null;
};

export type PositionsScope = { topicIds: string[]; actorIds: string[] };

/**
 * The topics and actors of the table: those that were chosen, and in place of none those with the
 * most statements, topics among what the actors said and actors among who spoke on the topics.
 */
export function choosePositions(counts: readonly PairCount[], chosen: Chosen): PositionsScope {
  const actorIds = chooseActors(counts, chosen);
  if (chosen.topicIds.length > 0) return { topicIds: [...chosen.topicIds], actorIds };
  const theirs = counts.filter(({ actorId }) => actorIds.includes(actorId));
  return { topicIds: idsOf(mostOf(theirs, "topicId", DEFAULT_TOPICS)), actorIds };
}

function chooseActors(counts: readonly PairCount[], chosen: Chosen): string[] {
  const { topicIds, actorIds, besideId } = chosen;
  if (besideId === null && actorIds.length > 0) return [...actorIds];
  const onTopic = ({ topicId }: PairCount) => topicIds.length === 0 || topicIds.includes(topicId);
  const most = idsOf(mostOf(counts.filter(onTopic), "actorId", DEFAULT_ACTORS));
  if (besideId === null) return most;
  const first = [...actorIds, ...most].find((id) => id !== besideId);
  return first === undefined ? [besideId] : [first, besideId];
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

/** A column for each actor, or one for each of two days, the earlier first. */
export function toColumns(
  actors: readonly ActorRef[],
  { on, compare }: Pick<PositionsQuery, "on" | "compare">,
): PositionColumn[] {
  const days = compare && "day" in compare && compare.day !== on ? [on, compare.day].sort() : [on];
  return actors.flatMap((actor) => days.map((day) => ({ actor, day })));
}

function idsOf(counts: readonly { id: string }[]): string[] {
  return counts.map(({ id }) => id);
}
