import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { chooseActors } from "#lib/statements/choose-positions.ts";
import type { PositionsQuery } from "#lib/statements/positions-query.ts";
import type { PositionChoice } from "#lib/statements/types-positions.ts";

/** What has "the most statements" is counted over the newest so many of the statements' topics. */
const COUNTED = 10_000;
/** So many stand in the table where the reader chose none: what is read without scrolling far. */
const DEFAULT_TOPICS = 8;
const DEFAULT_ACTORS = 4;
const TOPIC_CHOICES = 60;
const ACTOR_CHOICES = 40;

/** What the table is of, as ids, in the order of its rows and columns. */
export type PositionsScope = { topicIds: string[]; actorIds: string[] };

export type ResolvedScope = PositionsScope & {
  choices: { topics: PositionChoice[]; actors: PositionChoice[] };
  /** Which of the asked ones there are not, in sentences for the reader. */
  problems: string[];
};

/**
 * Which topics and actors a query's table is of, and what else one may choose. In place of none
 * those with the most statements are taken: actors among who spoke on the topics, topics among what
 * the actors said. What was merged is found under what it was merged into.
 */
export async function resolveScope(query: PositionsQuery): Promise<ResolvedScope> {
  const { compare, confirmedOnly } = query;
  const beside = compare && "actor" in compare ? [compare.actor] : [];
  const [topics, actors, topicChoices, actorChoices] = await Promise.all([
    resolveIds("topics", query.topics),
    resolveIds("actors", [...query.actors, ...beside]),
    listMost("topics", TOPIC_CHOICES, { confirmedOnly }),
    listMost("actors", ACTOR_CHOICES, { confirmedOnly }),
  ]);
  const chosen = { topicIds: known(query.topics, topics), actorIds: known(query.actors, actors) };
  const besideId = actors.get(beside[0] ?? "") ?? null;
  const isOpen = chosen.actorIds.length === 0 || besideId !== null;
  const most =
    isOpen && chosen.topicIds.length > 0
      ? await listMost("actors", DEFAULT_ACTORS, { confirmedOnly, of: chosen.topicIds })
      : actorChoices.slice(0, DEFAULT_ACTORS);
  const actorIds = chooseActors(chosen.actorIds, idsOf(most), besideId);
  const topicIds =
    chosen.topicIds.length > 0
      ? chosen.topicIds
      : idsOf(await listMost("topics", DEFAULT_TOPICS, { confirmedOnly, of: actorIds }));
  return {
    ...{ topicIds, actorIds, choices: { topics: topicChoices, actors: actorChoices } },
    problems: [
      ...unknown(query.topics, topics, "No topic here is called"),
      ...unknown(query.actors, actors, "Nobody here is called"),
      ...unknown(beside, actors, "Neither a date nor anybody here is called"),
      ...(besideId !== null && chosen.actorIds.length > 1
        ? ["Two are compared, so only the first of the people chosen is shown beside the other."]
        : []),
    ],
  };
}

const COLUMNS = {
  topics: { own: Prisma.sql`topic_id`, other: Prisma.sql`speaker_id`, name: Prisma.sql`label` },
  actors: { own: Prisma.sql`speaker_id`, other: Prisma.sql`topic_id`, name: Prisma.sql`name` },
};

type Within = {
  confirmedOnly: boolean;
  /** Ids of the other kind: only what was said by these actors, or on these topics. */
  of?: readonly string[];
};

/** Those with the most statements, most first. What has none among the newest is counted over all. */
async function listMost(
  kind: keyof typeof COLUMNS,
  limit: number,
  { confirmedOnly, of }: Within,
): Promise<PositionChoice[]> {
  const { own, other, name } = COLUMNS[kind];
  const only = confirmedOnly ? Prisma.sql`AND is_confirmed` : Prisma.empty;
  const among = of ? Prisma.sql`AND ${other} = ANY(${[...of]})` : Prisma.empty;
  const count = (from: Prisma.Sql) => database.$queryRaw<PositionChoice[]>`
    SELECT most.id, ${name} AS label, count FROM (
      SELECT ${own} AS id, count(*)::int FROM ${from}
      GROUP BY ${own} ORDER BY count DESC, ${own} LIMIT ${limit}
    ) most JOIN ${Prisma.raw(kind)} named USING (id)
    ORDER BY count DESC, id`;
  const newest = await count(Prisma.sql`(
    SELECT topic_id, speaker_id FROM statement_topics WHERE is_position ${only}
    ORDER BY day DESC LIMIT ${COUNTED}) newest WHERE true ${among}`);
  if (newest.length > 0 || !of) return newest;
  return await count(Prisma.sql`statement_topics WHERE is_position ${only} ${among}`);
}

const NAMED = {
  topics: Prisma.sql`SELECT id, label AS name, merged_into_id FROM topics`,
  actors: Prisma.sql`SELECT id, name, merged_into_id FROM actors
    UNION SELECT actor_id, alias, merged_into_id FROM actor_aliases JOIN actors ON id = actor_id`,
};

/** The id that each id or name stands for now; what nothing has, or several have, is missing. */
async function resolveIds(
  kind: keyof typeof NAMED,
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

function known(asked: readonly string[], found: ReadonlyMap<string, string>): string[] {
  return [...new Set(asked.flatMap((each) => found.get(each) ?? []))];
}

function unknown(
  asked: readonly string[],
  found: ReadonlyMap<string, string>,
  sentence: string,
): string[] {
  return asked
    .filter((each) => !found.has(each))
    .map((each) => `${sentence} “${each}”, so it was left out.`);
}

function idsOf(choices: readonly PositionChoice[]): string[] {
  return choices.map(({ id }) => id);
}
