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
  const beside = compare && "actor" in compare ? [compare.actor] : [];
  const [counts, topics, actors] = await Promise.all([
    countPairs(confirmedOnly),
    resolveIds("topics", query.topics),
    resolveIds("actors", [...query.actors, ...beside]),
  ]);
  const besideId = actors.get(beside[0] ?? "") ?? null;
  const chosen: Chosen = {
    topicIds: knownAmong(query.topics, topics),
    actorIds: knownAmong(query.actors, actors),
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
      ...unknown(query.topics, topics, "No topic here is called"),
      ...unknown([...query.actors, ...beside], actors, "Nobody here is called"),
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

const NAMED = {
  topics: Prisma.sql`SELECT id, label AS name, merged_into_id FROM topics`,
  actors: Prisma.sql`SELECT id, name, merged_into_id FROM actors
    UNION SELECT actor_id, alias, merged_into_id FROM actor_aliases JOIN actors ON id = actor_id`,
};

/** The id that each id or name stands for now; what nothing has, or several have, is missing. */
async function resolveIds(
  kind: "topics" | "actors",
  asked: readonly string[],
): Promise<Map<string, string>> {
  if (asked.length === 0) return new Map();
  const byId = await database.$queryRaw<{ id: string; nowId: string }[]>`
    SELECT id, coalesce(merged_into_id, id) AS "nowId" FROM ${Prisma.raw(kind)}
    WHERE id = ANY(${[...asked]})`;
  const found = new Map(byId.map(({ id, nowId }) => [id, nowId]));
  const names = asked.filter((each) => !found.has(each));
  if (names.length === 0) return found;
  const byName = await database.$queryRaw<{ asked: string; nowId: string }[]>`
    SELECT asked, min(coalesce(merged_into_id, id)) AS "nowId"
    FROM unnest(${names}::text[]) AS asked JOIN (${NAMED[kind]}) named ON lower(name) = lower(asked)
    GROUP BY asked HAVING count(DISTINCT coalesce(merged_into_id, id)) = 1`;
  for (const { asked: name, nowId } of byName) found.set(name, nowId);
  return found;
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
