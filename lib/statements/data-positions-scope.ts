import type { ActorRef } from "#lib/actors/types.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  choosePositions,
  mostOf,
  type Chosen,
  type PairCount,
} from "#lib/statements/choose-positions.ts";
import type { PositionsQuery } from "#lib/statements/positions-query.ts";
import type { PositionChoice } from "#lib/statements/types-positions.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** What has "the most statements" is counted over the newest so many, in some 5 ms. */
export const COUNTED_STATEMENTS = 20_000;
const TOPIC_CHOICES = 60;
const ACTOR_CHOICES = 40;

export type ResolvedScope = {
  topics: TopicRef[];
  actors: ActorRef[];
  choices: { topics: PositionChoice[]; actors: PositionChoice[] };
  problems: string[];
};

/**
 * Which topics and actors a query's table is of, what else one may choose, and which of the asked
 * ones there are not. What was merged is found under what it was merged into.
 */
export async function resolveScope(query: PositionsQuery): Promise<ResolvedScope> {
  const { compare, confirmedOnly } = query;
  const beside = compare && "actorId" in compare ? [compare.actorId] : [];
  const [counts, topics, actors] = await Promise.all([
    countPairs(confirmedOnly),
    resolveIds("topics", query.topicIds),
    resolveIds("actors", [...query.actorIds, ...beside]),
  ]);
  const besideId = actors.get(beside[0] ?? "") ?? null;
  const chosen: Chosen = {
    topicIds: knownAmong(query.topicIds, topics),
    actorIds: knownAmong(query.actorIds, actors),
    besideId,
  };
  const scope = choosePositions(await countsFor(chosen, counts, confirmedOnly), chosen);
  const offered = {
    topics: mostOf(counts, "topicId", TOPIC_CHOICES),
    actors: mostOf(counts, "actorId", ACTOR_CHOICES),
  };
  const named = await findNames(
    [...scope.topicIds, ...offered.topics.map(({ id }) => id)],
    [...scope.actorIds, ...offered.actors.map(({ id }) => id)],
  );
  return {
    topics: scope.topicIds.flatMap((id) => named.topics.get(id) ?? []),
    actors: scope.actorIds.flatMap((id) => named.actors.get(id) ?? []),
    choices: {
      topics: toChoices(offered.topics, scope.topicIds, (id) => named.topics.get(id)?.label),
      actors: toChoices(offered.actors, scope.actorIds, (id) => named.actors.get(id)?.name),
    },
    problems: [
      ...unknown(query.topicIds, topics, "No topic here has the id"),
      ...unknown([...query.actorIds, ...beside], actors, "Nobody here has the id"),
      ...(besideId !== null && chosen.actorIds.length > 1
        ? ["Two are compared, so only the first of the people chosen is shown beside the other."]
        : []),
    ],
  };
}

/** Of the newest statements; `within`: of all statements of these topics and actors. */
async function countPairs(
  confirmedOnly: boolean,
  within?: Pick<Chosen, "topicIds" | "actorIds">,
): Promise<PairCount[]> {
  const conditions = [
    Prisma.sql`is_position`,
    ...(confirmedOnly ? [Prisma.sql`is_confirmed`] : []),
    ...(within?.topicIds.length ? [Prisma.sql`topic_id = ANY(${[...within.topicIds]})`] : []),
    ...(within?.actorIds.length ? [Prisma.sql`speaker_id = ANY(${[...within.actorIds]})`] : []),
  ];
  return await database.$queryRaw<PairCount[]>`
    SELECT topic_id AS "topicId", speaker_id AS "actorId", count(*)::int FROM (
      SELECT topic_id, speaker_id FROM statement_topics
      WHERE ${Prisma.join(conditions, " AND ")}
      ${within ? Prisma.empty : Prisma.sql`ORDER BY day DESC LIMIT ${COUNTED_STATEMENTS}`}
    ) counted GROUP BY topic_id, speaker_id`;
}

/** Who or what was chosen may have nothing among the newest; then it is counted over all. */
async function countsFor(
  chosen: Chosen,
  counts: PairCount[],
  confirmedOnly: boolean,
): Promise<PairCount[]> {
  const { topicIds, besideId } = chosen;
  const actorIds = besideId === null ? chosen.actorIds : [...chosen.actorIds, besideId];
  const isComplete = topicIds.length > 0 && actorIds.length > 0 && besideId === null;
  const isOpen = topicIds.length === 0 && actorIds.length === 0;
  const isAmongNewest = counts.some(
    (pair) =>
      (topicIds.length === 0 || topicIds.includes(pair.topicId)) &&
      (actorIds.length === 0 || actorIds.includes(pair.actorId)),
  );
  if (isComplete || isOpen || isAmongNewest) return counts;
  return [...counts, ...(await countPairs(confirmedOnly, { topicIds, actorIds }))];
}

/** The id that each asked id stands for now; those that there are not are missing. */
async function resolveIds(
  table: "topics" | "actors",
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.$queryRaw<{ id: string; nowId: string }[]>`
    SELECT id, coalesce(merged_into_id, id) AS "nowId" FROM ${Prisma.raw(table)}
    WHERE id = ANY(${[...ids]})`;
  return new Map(rows.map(({ id, nowId }) => [id, nowId]));
}

async function findNames(topicIds: readonly string[], actorIds: readonly string[]) {
  const [topics, actors] = await Promise.all([
    database.topic.findMany({
      where: { id: { in: [...new Set(topicIds)] } },
      select: { id: true, label: true },
    }),
    database.actor.findMany({
      where: { id: { in: [...new Set(actorIds)] } },
      select: { id: true, name: true, kind: true, country: true },
    }),
  ]);
  return {
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    actors: new Map(actors.map((actor) => [actor.id, actor])),
  };
}

function knownAmong(ids: readonly string[], known: ReadonlyMap<string, string>): string[] {
  return [...new Set(ids.flatMap((id) => known.get(id) ?? []))];
}

function unknown(
  ids: readonly string[],
  known: ReadonlyMap<string, string>,
  sentence: string,
): string[] {
  return ids.filter((id) => !known.has(id)).map((id) => `${sentence} “${id}”, so it was left out.`);
}

/** With those of the table, even where they have nothing, so that each can be taken out again. */
function toChoices(
  offered: readonly { id: string; count: number }[],
  shown: readonly string[],
  nameOf: (id: string) => string | undefined,
): PositionChoice[] {
  const counted = new Map(offered.map(({ id, count }) => [id, count]));
  const ids = [...new Set([...counted.keys(), ...shown])];
  return ids.flatMap((id) => {
    const label = nameOf(id);
    return label === undefined ? [] : [{ id, label, count: counted.get(id) ?? 0 }];
  });
}
